using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Attribution;

/// <summary>
/// Tells a verb of saying that closes its clause with nothing but its subject («…، كما ذكرت مصادر في الحركة.») from one that goes on to
/// words of its own («كما ذكرت مصادر أن …»).
/// </summary>
internal sealed class PostposedCues(AttributionScope scope)
{
    private const int Longest = 16;
    private readonly IReadOnlyList<Token> tokens = scope.Tokens;

    /// <summary>True where after a verb stand its subject, where and when it was said, and then the end of the clause.</summary>
    /// <param name="start">Index of the token after the verb.</param>
    public bool Closes(int start)
    {
        var sentenceEnd = scope.Document.Sentences[tokens[start - 1].Sentence].EndToken;
        if (!scope.Forms(start - 1).Any(r => r.Sense is { Verb: not null, Entry.Kind: "cue-verb" } && r.Cut.Enclitic.Length == 0 && r.Sense.Entry.Values("takes").Contains("clause")))
        {
            // «كما سماها الوزير», «كما وردت تقارير عن …»
            return false;
        }

        var (named, governed) = (false, false);
        for (var at = start; at < Math.Min(sentenceEnd, start + Longest); at++)
        {
            var token = tokens[at];
            if (AttributionScope.IsComma(token) || token.Folded is "." or ")" or "؛")
            {
                // «كما قال الوزير في جنيف، إن …»
                return named && !(at + 1 < sentenceEnd && scope.Lexicon.OpensContent(tokens, at + 1));
            }

            if (token.Folded == ":" || scope.Lexicon.OpensContent(tokens, at) || scope.Quotations.OpeningAt(at) is { IsSpeech: true } || scope.Scanner.IsFiniteVerb(at))
            {
                return false;
            }

            if (scope.Scanner.TimeEndAt(at) is > 0 and var past)
            {
                (at, governed) = (past - 1, false);
            }
            else if (scope.Scanner.MentionAt(at) is { } mention)
            {
                if (!named && (mention.HasPreposition || governed))
                {
                    return false;
                }

                (at, named, governed) = (mention.EndToken - 1, true, false);
            }
            else if (token.Kind == TokenKind.Word && !scope.Lexicon.IsAdverb(token) && !scope.Lexicon.IsCourtesy(token))
            {
                var preposition = scope.Closed.PrepositionOf(token);
                if (preposition is not null ? TakesWords(start - 1, preposition) : !governed)
                {
                    // «كما أعلن الوزير [حالة الطوارئ]», «كما أشار الوزير [إلى المفاوضات]»
                    return false;
                }

                governed = true;
            }
        }

        return named && start + Longest >= sentenceEnd;
    }

    private bool TakesWords(int verb, string preposition) =>
        scope.Forms(verb).Any(r => r.Sense is { Verb: not null, Entry.Kind: "cue-verb" } && r.Sense.Entry.Values("takes").Any(p => ArabicFolding.Fold(p) == preposition));
}
