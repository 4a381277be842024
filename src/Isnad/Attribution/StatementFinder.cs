using Isnad.Language;
using Isnad.Language.Syntax;

namespace Isnad.Attribution;

/// <summary>Finds words for a statement and whose it is.</summary>
internal sealed class StatementFinder(AttributionScope scope)
{
    private const int OwnerReach = 9;
    private readonly IReadOnlyList<Token> tokens = scope.Tokens;

    /// <summary>«بيان صادر عن وزارة الصحة», «بيان نشره البنك», «بيان للجيش», «البيان».</summary>
    public SpeakerPhrase? At(int at, int limit)
    {
        if (scope.Lexicon.Statements.At(tokens, at, pronouns: true) is not [var noun, ..] || (noun.Proclitics & Proclitics.Like) != 0)
        {
            return null;
        }

        var end = noun.EndToken;
        limit = Math.Min(limit, end + OwnerReach);
        if (end < limit && scope.StateOfAdjective(tokens[end]) is { } state)
        {
            // «بيان سوري في مجلس الأمن»
            return new(state, noun.Value, end + 1, "report.speaker.issuer", true);
        }

        var issued = true;
        var apart = false;
        for (var next = end; next < limit; next++)
        {
            var token = tokens[next];
            if (scope.Lexicon.OpensContent(tokens, next) || token.Folded is ":" || AttributionScope.IsComma(token) || scope.Quotations.OpeningAt(next) is { IsSpeech: true })
            {
                break;
            }

            if (scope.IsCarrying(next))
            {
                issued = false;
            }

            if (scope.Scanner.MentionAt(next) is { } mention)
            {
                if (!apart && scope.EntityOf(mention) is { } owner && (issued || !AttributionScope.IsMedium(owner)))
                {
                    return new(owner, noun.Value, mention.EndToken, "report.speaker.issuer", true);
                }

                (next, apart) = (mention.EndToken - 1, false);
            }
            else if (scope.Closed.Is(token, FunctionWord.Preposition))
            {
                // «بيان صادر عن الوزارة», but «بيان في مجلس الأمن» is not the council's.
                apart = !scope.Lexicon.IsIssuing(token);
            }
        }

        return new(null, noun.Value, end, "report.speaker.statement", true);
    }
}
