using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Actors;

/// <summary>
/// Finds media that no list knows by whom a speaker talks to: «وقال النائب لـ«الديار» إن …». A letter ل of its own, marks, a short
/// name in them.
/// </summary>
internal sealed class QuotedMedia(NewsDocument document)
{
    private const int LongestName = 4;
    private const int Reach = 25;
    private readonly IReadOnlyList<Token> tokens = document.Tokens;

    /// <summary>The name that begins at a token, right after its opening mark, or null.</summary>
    public MentionDraft? At(int token)
    {
        if (token < 3 || tokens[token - 1].Kind != TokenKind.QuoteMark || tokens[token - 2].Folded != "ل" || tokens[token].Kind is not (TokenKind.Word or TokenKind.Foreign))
        {
            return null;
        }

        var end = token;
        while (end < tokens.Count && end < token + LongestName && tokens[end].Kind is TokenKind.Word or TokenKind.Foreign or TokenKind.Number)
        {
            end++;
        }

        // «ل"إظهار" أن …» is what it is for.
        if (end >= tokens.Count || tokens[end].Kind != TokenKind.QuoteMark || (end == token + 1 && document.Words[token].Any(r => r.Sense.Class == WordClass.Masdar)) || !IsTold(token))
        {
            return null;
        }

        var draft = new MentionDraft
        {
            FirstToken = token,
            EndToken = end,
            Start = tokens[token].Span.Start,
            Type = ActorType.Organization,
            NameTokens = (token, end),
            Sector = "JRN",
            Speaks = true,
        };
        draft.Because.Add(new("actor.talked-to", null, document.Quote(tokens[token].Span), "in marks after ل and a verb of saying"));
        return draft;
    }

    private bool IsTold(int token)
    {
        var first = Math.Max(document.Sentences[tokens[token].Sentence].FirstToken, token - Reach);
        for (var at = token - 3; at >= first; at--)
        {
            if (at < token - 3 && document.Tokens[at].Folded is "،" or ",")
            {
                // «فلان، الأمين العام للحزب، الذراع السياسية لـ«…»»: whose he is, and nobody he talks to.
                return false;
            }

            if (document.Words[at].Any(r => r.Sense is { Verb: not null, Entry.Kind: "cue-verb" } && r.Sense.Entry.Values("takes").Contains("speech")))
            {
                return true;
            }
        }

        return false;
    }
}
