using Isnad.Language;
using Isnad.Language.Tagging;

namespace Isnad.Actors;

/// <summary>The bodies within a phrase: those that somebody belongs to, the second name of one, and where the name of a medium begins.</summary>
internal sealed partial class PhraseParser
{
    // «مسؤول في وزارة الخارجية», «رئيس المكتب السياسي لحركة حماس», «مسؤول بالبرلمان»: the body, behind a preposition. Those who carry
    // words are left out, but for journalists: «قال الوزير لصحيفة …» speaks to one.
    private bool Body(MentionDraft draft, int limit, int depth)
    {
        if (draft.HasName || !(draft.Head!.IsTitle || draft.Head.IsGeneric) || draft.Owner is not null)
        {
            return false;
        }

        var opened = lexicon.OpensBody(document.Tokens[draft.EndToken]) && draft.EndToken + 1 < document.Tokens.Count
            && document.Tokens[draft.EndToken + 1].Sentence == document.Tokens[draft.EndToken].Sentence;
        var at = opened ? draft.EndToken + 1 : draft.EndToken;
        var isJournalist = draft.Head.Sector == "JRN";
        bool Opens(Proclitics clitics) => (clitics & ~(Proclitics.By | Proclitics.For | Proclitics.Article)) == 0
            && opened == ((clitics & (Proclitics.By | Proclitics.For)) == 0);
        if (lexicon.Names.At(document.Tokens, at) is [{ Value.Kind: KnownKind.Organization } name, ..] && Opens(name.Proclitics) && (isJournalist || !name.Value.Record.Is("is-source")))
        {
            draft.EndToken = name.EndToken;
            draft.Owner = name.Value.Record.Id;
            Adopt(draft, name.Value.Record["country"], name.Value.Record["sector"], name.Value.Record, document.Tokens[at]);
            return true;
        }

        foreach (var match in lexicon.Heads.At(document.Tokens, at))
        {
            if ((match.Value.IsOffice || match.Value.IsOrganization) && Opens(match.Proclitics) && (isJournalist || !match.Value.Record.Is("is-source")) && depth < Deepest && Join(draft, Parse(match, limit, depth + 1), false))
            {
                draft.Owner ??= match.Value.Lemma;
                return true;
            }
        }

        return false;
    }

    // Takes the phrase that names a body into the phrase of the one who belongs to it.
    private bool Join(MentionDraft draft, MentionDraft body, bool closing)
    {
        if (!body.IsModified && body.Head!.Record.Is("needs-modifier"))
        {
            return false;
        }

        draft.EndToken = Close(body.EndToken, closing);
        draft.Country ??= body.Country;
        draft.Sector = SectorOf(draft, body.Sector);
        draft.Because.AddRange(body.Because);
        return true;
    }

    // «حركة المقاومة الإسلامية (حماس)», «جهاز الأمن الداخلي «الشاباك»»: the name it goes by follows in brackets or marks.
    private void Alias(MentionDraft draft)
    {
        var at = draft.EndToken + 1;
        if (draft.Known is not null || draft.Head is not ({ IsOrganization: true } or { IsOffice: true }) || at >= document.Tokens.Count
            || !(document.Tokens[draft.EndToken].Folded == "(" || document.Tokens[draft.EndToken].Kind == TokenKind.QuoteMark))
        {
            return;
        }

        var known = lexicon.Names.At(document.Tokens, at).Find(m => m.Value.Kind == KnownKind.Organization && m.Proclitics is Proclitics.None or Proclitics.Article);
        // «السلطات «تحريرها»»: any word may stand in marks, in brackets after a body its other name.
        var isName = document.Tokens[at].Kind == TokenKind.Foreign || (document.Tokens[at].Kind == TokenKind.Word && (document.Tokens[draft.EndToken].Folded == "("
            || (draft.Head.IsOrganization && document.Tags[at] is { Suffix: 0, Tag: WordTag.X or WordTag.Propn or WordTag.Noun or WordTag.Unknown })));
        var end = known.Value is not null ? known.EndToken : isName ? at + 1 : at;
        if (end == at || end >= document.Tokens.Count || !(document.Tokens[end].Folded == ")" || document.Tokens[end].Kind == TokenKind.QuoteMark))
        {
            return;
        }

        draft.Alias = (at, end);
        draft.EndToken = end + 1;
        draft.IsModified = true;
        if (known.Value is { } name)
        {
            draft.Known = name;
            draft.NameTokens = (at, end);
            draft.Country = name.Record["country"] ?? draft.Country;
            draft.Sector = name.Record["sector"] ?? draft.Sector;
        }
        else if (!draft.HasName)
        {
            draft.NameTokens = (draft.FirstToken, at - 1);
        }
    }

    // «إذاعة [صوت موسكو]», «شبكة [برق الإخبارية]»: a bare noun right after the word for a medium begins its name where a name or an
    // adjective follows it.
    private bool OpensMediumName(MentionDraft draft, int at) =>
        draft.Head!.Sector == "JRN" && at == draft.FirstToken + 1 && document.Tokens[at].Folded.Length > 2 && at + 1 < document.Tokens.Count && document.Tokens[at + 1].Sentence == document.Tokens[at].Sentence
            && (PlaceAt(at + 1) is not null || names[at + 1] is { Type: "LOC" or "ORG" or "MISC" } || lexicon.Names.At(document.Tokens, at + 1).Exists(m => m.Value.Kind == KnownKind.State)
                || (document.Tags[at + 1] is { Tag: WordTag.Adj or WordTag.Noun, Prefix: 0 } && document.Tokens[at + 1].Folded.StartsWith("ال", StringComparison.Ordinal)));
}
