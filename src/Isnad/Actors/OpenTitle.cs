using Isnad.Language;
using Isnad.Language.Tagging;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>
/// A title that waits for its name: between «رئيس» and the name may stand a body that no list knows, «رئيس [تجمع المزارعين في البقاع]
/// إبراهيم سالم», «الأستاذ [في جامعة كالغاري]، روب هيوبرت». What parts them is nouns, adjectives and prepositions, and at most one comma.
/// </summary>
internal sealed class OpenTitle(NewsDocument document, ActorLexicon lexicon)
{
    private const int LongestBody = 8;
    private readonly SpanSet times = new(document.Times.Select(t => t.Span));
    private MentionDraft? title;
    private EntityBuilder? holder;

    /// <summary>Notes what a draft was resolved to. Returns the title before that is this name's, or null.</summary>
    public EntityBuilder? Take(MentionDraft draft, EntityBuilder? entity)
    {
        if (draft is { HasName: true, Type: ActorType.Person, Speaks: false, HasPreposition: false } && entity is { IsDual: false }
            && title is not null && holder is { Known: null, IsDual: false } waiting && waiting != entity && IsPlain(draft.Head) && Reaches(title.EndToken, draft))
        {
            (title, holder) = (null, null);
            return waiting;
        }

        if (Opens(draft) && entity is not null)
        {
            (title, holder) = (draft, entity);
        }
        else if (draft is { Type: ActorType.Person })
        {
            (title, holder) = (null, null);
        }

        return null;
    }

    // «الدكتور», «اللواء»: an honorific or a rank of its own may open the name.
    private static bool IsPlain(PhraseHead? head) => head is null or { IsTitle: true, Sector: null or "MIL" };

    private bool Opens(MentionDraft draft) =>
        draft.BackReference is null && draft.DualCountries.Count == 0
            && (draft is { HasName: false, Head: { IsTitle: true, Number: Number.Singular } } || ((draft is { HasName: false, Head.IsGeneric: true } || draft.Speaks) && IsOne(draft)));

    // «مسؤول» is a title too, «مسؤولون» are many.
    private bool IsOne(MentionDraft draft) => lexicon.Heads.At(document.Tokens, draft.FirstToken).Exists(m => m.Value is { IsTitle: true, Number: Number.Singular });

    private bool Reaches(int from, MentionDraft name)
    {
        var at = name.FirstToken;
        if (at - from > LongestBody + 1 || document.Tokens[from - 1].Sentence != document.Tokens[at].Sentence || name.Start > document.Tokens[at].Span.Start)
        {
            return false;
        }

        // One comma, bracket or mark right before the name.
        var end = at > from && document.Tokens[at - 1].Kind is TokenKind.Punctuation or TokenKind.QuoteMark && document.Tokens[at - 1].Folded is not (":" or "." or "؛") ? at - 1 : at;
        if (end > from && (document.Tags[end - 1].Tag is WordTag.Adp or WordTag.Cconj || IsClosed(from, end)))
        {
            return false;
        }

        for (var token = from; token < end; token++)
        {
            if (document.Tokens[token].Kind is not (TokenKind.Word or TokenKind.QuoteMark or TokenKind.Foreign)
                || (document.Tokens[token].Kind == TokenKind.Word && document.Tags[token] is not { Suffix: 0, Tag: WordTag.Noun or WordTag.Adj or WordTag.X or WordTag.Propn or WordTag.Adp }))
            {
                return false;
            }

            if (document.Words[token].Any(r => r.Sense is { Verb: not null, Entry.Kind: "cue-verb" }) || times.Overlaps(document.Tokens[token].Span))
            {
                return false;
            }
        }

        return true;
    }

    // «التقى الوزير | أحمد سالم»: after a title with the article a name follows at once or after a body («الأستاذ في الجامعة»).
    private bool IsClosed(int from, int end) =>
        document.Tokens[from - 1].Folded is ['ا', 'ل', ..] && end > from && !(lexicon.OpensBody(document.Tokens[from]) || document.Tags[from].Prefix > 0);
}
