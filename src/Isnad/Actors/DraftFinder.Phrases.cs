using Isnad.Language;
using Isnad.Language.Tagging;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>The phrases that a title, office or other head opens, and which of them name somebody.</summary>
internal sealed partial class DraftFinder
{
    private MentionDraft? Phrase(int token)
    {
        foreach (var match in lexicon.Heads.At(document.Tokens, token))
        {
            if ((match.Proclitics & Proclitics.Future) != 0 || IsThing(match) || (match.Value.IsGeneric && DescribesNoun(match)) || (match.Value.IsTitle && IsAttribute(match)))
            {
                continue;
            }

            var draft = parser.Parse(match);
            if (IsSomebody(draft) && (draft.HasName || IsWrittenSo(match)))
            {
                return draft;
            }
        }

        return null;
    }

    // «حركة المرور», «هيئة الدفاع»: with such a word after it the head names no body.
    private bool IsThing(PhraseMatch<PhraseHead> match)
    {
        var things = match.Value.Record.Values("unless");
        if (things.Count == 0 || match.EndToken >= document.Tokens.Count || document.Tokens[match.EndToken].Sentence != document.Tokens[match.FirstToken].Sentence)
        {
            return false;
        }

        // «تيار كهربائي», «التيار الكهربائي»
        var next = document.Tokens[match.EndToken].Folded;
        var bare = next.StartsWith("ال", StringComparison.Ordinal) ? next[2..] : next;
        return things.Any(thing => ArabicFolding.Fold(thing) is var word && (word == next || word == bare));
    }

    // «تفجير انتحاري», «الهجوم الإرهابي»: an adjective of the noun before it.
    private bool DescribesNoun(PhraseMatch<PhraseHead> match) =>
        match.FirstToken > 0 && match.EndToken == match.FirstToken + 1 && match.Proclitics is Proclitics.None or Proclitics.Article
            && document.Tags[match.FirstToken].Tag == WordTag.Adj && (!IsSoundPlural(document.Tokens[match.FirstToken]) || IsPeople(match.FirstToken - 1))
            && document.Tokens[match.FirstToken - 1].Sentence == document.Tokens[match.FirstToken].Sentence && document.Tags[match.FirstToken - 1].Tag == WordTag.Noun
            && HasArticle(document.Tokens[match.FirstToken - 1]) == HasArticle(document.Tokens[match.FirstToken]);

    // «السجناء السياسيين», but «فرقت الشرطة المتظاهرين»: only those of whom there are several have an adjective in the plural.
    private bool IsPeople(int token) => lexicon.Heads.At(document.Tokens, token).Exists(m => m.Value.IsGeneric || m.Value.Number == Number.Plural);

    private static bool IsSoundPlural(Token token) => token.Folded is [.., 'ي' or 'و', 'ن'];

    // «الوفد البرلماني», «الجهات المسؤولة»: a title that is an adjective there.
    private bool IsAttribute(PhraseMatch<PhraseHead> match) =>
        match.EndToken == match.FirstToken + 1 && document.Tags[match.FirstToken] is { Tag: WordTag.Adj, Suffix: 0 }
            && document.Tokens[match.FirstToken].Folded is [.., 'ي' or 'ه'] && IsAdjective(match.FirstToken);

    // «الإمام» is somebody, «الأمام» is not.
    private bool IsWrittenSo(PhraseMatch<PhraseHead> match) =>
        !match.Value.Record.Is("exact-spelling") || document.Text.AsSpan(match.Span.Start, match.Span.Length).EndsWith(match.Value.Record.Headword.AsSpan(2), StringComparison.Ordinal);

    // «حزب», «اتفاق» or «رجل» alone name nobody in particular.
    private bool IsSomebody(MentionDraft draft) => draft.Head switch
    {
        // «حزب» alone is any; «الحزب» is the one spoken of.
        { IsOrganization: true } => draft.HasName || (draft.Country is not null && draft.IsModified) || (!draft.IsModified && HasArticle(document.Tokens[draft.FirstToken])),
        { IsAgreement: true } => draft.HasName,
        { IsGeneric: true } head => draft.IsModified || !head.Record.Is("needs-modifier"),
        { IsOffice: true } head => draft.IsModified || !head.Record.Is("needs-modifier"),
        // «السيد» and «الحاجة» (need) alone are no one in particular.
        { IsTitle: true, Sector: null } => draft.HasName,
        // «وزير» alone is anybody; «الوزير», «وزير الدفاع» is somebody.
        { IsTitle: true } => draft.IsModified || FollowsName(draft) || Enumerable.Range(draft.FirstToken, draft.EndToken - draft.FirstToken).Any(token => HasArticle(document.Tokens[token])),
        _ => true,
    } && document.Tags[draft.FirstToken].Tag is not WordTag.Verb;

    // «معاوية سالم مدير [خدمات الطوارئ]», «معاوية سالم، مدير …»: whatever he is the head of.
    private bool FollowsName(MentionDraft title) =>
        previous is { HasName: true, Type: ActorType.Person } && string.IsNullOrEmpty(previous.Head?.Sector) && title.IsApposedTo(previous, document.Tokens);
}
