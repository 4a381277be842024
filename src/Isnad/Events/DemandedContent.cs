using Isnad.Language.Syntax;
using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>
/// What is asked for or threatened is not a second event: «طالب بوقف القصف» is one REQUEST. Remembers how far the content of
/// each such act reaches.
/// </summary>
internal sealed class DemandedContent(NewsDocument document, ClauseScanner scanner)
{
    private int start;
    private int end;

    /// <summary>Whether a trigger stands inside the content of an act of asking or threatening.</summary>
    public bool IsOnlyDemanded(Trigger trigger) => trigger.FirstToken >= start && trigger.FirstToken < end;

    public void Add(Trigger trigger)
    {
        if (trigger.Frame.Type is not ("REQUEST" or "THREATEN"))
        {
            return;
        }

        // The content begins at the preposition or complementizer after the one who is asked, and ends with the clause.
        var tokens = document.Tokens;
        var limit = document.Sentences[tokens[trigger.FirstToken].Sentence].EndToken;
        var token = trigger.EndToken;
        while (token < limit && token < trigger.EndToken + 12 && !Opens(token))
        {
            token++;
        }

        start = Math.Min(token, limit);
        end = start;
        while (end < limit && !(tokens[end].Folded is "؛" or ":" or "،" && end + 1 < limit && scanner.IsFiniteVerb(end + 1)))
        {
            end++;
        }
    }

    private bool Opens(int token) =>
        (scanner.Closed.Is(document.Tokens[token], FunctionWord.Complementizer) && document.Tokens[token].Folded is not "ان")
        || (scanner.MentionAt(token) is null && scanner.Closed.PrepositionOf(document.Tokens[token]) is not null)
        || document.Tokens[token].Shape.Segmentations.Any(cut => cut.HasPreposition && cut.Has(Language.Proclitics.Article) && !scanner.IsInsideMention(token))
        || document.Tokens[token].Shape.Segmentations.Any(cut => cut.Has(Language.Proclitics.By) && !scanner.IsInsideMention(token) && document.Words[token].Count > 0);
}
