using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>
/// What is asked for, refused or threatened is not a second event: «طالب بوقف القصف» is one REQUEST. Remembers how far the
/// content of each such act reaches.
/// </summary>
internal sealed class UncodedContent(NewsDocument document, ClauseScanner scanner)
{
    private const int Addressee = 12;
    private static readonly HashSet<string> Types = ["REQUEST", "THREATEN", "REJECT"];
    private int start;
    private int end;

    /// <summary>Whether a trigger stands inside the content of an act of asking, refusing or threatening.</summary>
    public bool Holds(Trigger trigger) => trigger.FirstToken >= start && trigger.FirstToken < end;

    public void Add(Trigger trigger)
    {
        if (!Types.Contains(trigger.Frame.Type))
        {
            return;
        }

        // The content begins at the preposition or complementizer after the one who is asked, and ends with the clause.
        var tokens = document.Tokens;
        var limit = document.Sentences[tokens[trigger.FirstToken].Sentence].EndToken;
        var token = trigger.EndToken;
        while (token < limit && token < trigger.EndToken + Addressee && !Opens(token) && !Ends(token, limit))
        {
            token++;
        }

        start = Math.Min(token, limit);
        end = start;
        while (end < limit && !Ends(end, limit))
        {
            end++;
        }
    }

    // A full clause after a comma is said for itself; «دعا إلى وقف القصف، وقال» ends the request.
    private bool Ends(int token, int limit) => document.Tokens[token].Folded switch
    {
        "؛" or ":" or "." or "|" or "…" => true,
        "،" or "," => token + 1 < limit && (scanner.IsFiniteVerb(token + 1) || scanner.Closed.Is(document.Tokens[token + 1], FunctionWord.Subordinator | FunctionWord.Auxiliary) || IsParticiple(token + 1)),
        _ => scanner.Closed.Is(document.Tokens[token], FunctionWord.Subordinator) && document.Tokens[token].Folded is not ("او" or "ام"),
    };

    // «، مشيراً إلى», «، متهماً»
    private bool IsParticiple(int token) => document.Tokens[token].Folded is ['م', .., 'ا' or 'ه'] && scanner.MentionAt(token) is null;

    private bool Opens(int token)
    {
        var current = document.Tokens[token];
        return scanner.Closed.Is(current, FunctionWord.Complementizer)
            || (scanner.MentionAt(token) is null && scanner.Closed.PrepositionOf(current) is not null)
            || (!scanner.IsInsideMention(token) && current.Shape.Segmentations.Any(cut => cut.HasPreposition && (cut.Has(Proclitics.Article) || document.Words[token].Any(r => r.Cut.HasPreposition))));
    }
}
