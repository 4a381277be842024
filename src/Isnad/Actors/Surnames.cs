using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Language.Tagging;
using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>
/// Finds surnames that stand alone and that the models take for other words: «وصف غولدنبرغ الخطة» in an article that names «مارتن
/// غولدنبرغ» in full somewhere, before or after. A word that may be an adjective, a genitive or a place is none.
/// </summary>
internal sealed class Surnames
{
    private readonly NewsDocument document;
    private readonly ActorLexicon lexicon;
    private readonly ClosedClass closed;
    private readonly HashSet<string> surnames = new(StringComparer.Ordinal);
    private readonly SpanSet places;

    public Surnames(NewsDocument document, ActorLexicon lexicon, ClosedClass closed, ProperNames names)
    {
        (this.document, this.lexicon, this.closed) = (document, lexicon, closed);
        places = new(document.Places.Select(p => p.Span));
        foreach (var token in document.Tokens)
        {
            if (names[token.Index] is { Type: "PER" } name && name.EndToken > token.Index + 1 && document.Tokens[name.EndToken - 1] is { Kind: TokenKind.Word } last
                && last.Folded.Length >= PersonNames.ShortestSurname && document.Tags[last.Index].Tag is not (WordTag.Verb or WordTag.Adp)
                && lexicon.Affiliation(last) is null && lexicon.Heads.At(document.Tokens, last.Index).Count == 0)
            {
                surnames.Add(last.Folded);
            }
        }
    }

    /// <summary>The surname that a token is, or null.</summary>
    public MentionDraft? At(int token)
    {
        var word = document.Tokens[token];
        if (word.Kind != TokenKind.Word || Surname(word) is not { } start || places.Overlaps(word.Span) || closed[word] != FunctionWord.None || !MayStandAlone(token))
        {
            return null;
        }

        var draft = new MentionDraft
        {
            FirstToken = token,
            EndToken = token + 1,
            Start = start,
            Type = ActorType.Person,
            NameTokens = (token, token + 1),
            IsSurname = true,
        };
        draft.Because.Add(new("actor.surname", null, document.Quote(word.Span), "the last word of a name that the article gives in full"));
        return draft;
    }

    // Where the surname begins in a word, «و» before it cut off; null where it is none.
    private int? Surname(Token word) =>
        surnames.Contains(word.Folded) ? word.Span.Start
        : word.Folded is ['و' or 'ف', ..] && surnames.Contains(word.Folded[1..]) ? word.OffsetOf(1) : null;

    // «القرار [التركي]», «بيوت [الله]»: after a noun it says which, unless the model sees a name in it.
    private bool MayStandAlone(int token)
    {
        if (document.Tags[token].Tag is WordTag.X or WordTag.Propn or WordTag.Unknown || token == 0 || document.Tokens[token - 1].Sentence != document.Tokens[token].Sentence)
        {
            return true;
        }

        var before = document.Tokens[token - 1];
        return before.Kind is not (TokenKind.Word or TokenKind.Foreign) || closed[before] != FunctionWord.None || document.Tags[token - 1].Tag == WordTag.Verb;
    }
}
