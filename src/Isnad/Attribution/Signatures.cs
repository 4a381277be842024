using Isnad.Actors;
using Isnad.Language;
using Isnad.Pipeline;

namespace Isnad.Attribution;

/// <summary>Finds the line below a quotation that says whose it is: «"…" ¶ محمد البرادعي، مدير الوكالة».</summary>
internal sealed class Signatures(AttributionScope scope)
{
    private const int Longest = 14;
    private readonly IReadOnlyList<Token> tokens = scope.Tokens;

    /// <summary>Who signs what ends before a token, or null: a line that names a person, and tells and closes nothing.</summary>
    public Entity? Below(int end)
    {
        while (end < tokens.Count && tokens[end].Kind is TokenKind.Punctuation or TokenKind.QuoteMark && tokens[end].Sentence == tokens[end - 1].Sentence)
        {
            end++;
        }

        if (end == 0 || end >= tokens.Count)
        {
            return null;
        }

        var line = scope.Document.Sentences[tokens[end].Sentence];
        var isAlone = line.Index + 1 >= scope.Document.Sentences.Count || scope.Document.Sentences[line.Index + 1].Paragraph > line.Paragraph;
        if (!isAlone || end != line.FirstToken || line.EndToken - end > Longest || tokens[line.EndToken - 1].Folded is "." or ":" or "؟" or "!"
            || scope.Scanner.MentionAt(end) is not { HasPreposition: false } mention || scope.EntityOf(mention) is not { Type: ActorType.Person } signatory)
        {
            return null;
        }

        for (var at = mention.EndToken; at < line.EndToken; at++)
        {
            if (scope.Scanner.IsFiniteVerb(at) || scope.Lexicon.OpensContent(tokens, at) || scope.Quotations.OpeningAt(at) is { IsSpeech: true })
            {
                return null;
            }
        }

        return signatory;
    }
}
