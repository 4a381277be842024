using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Time.Dating;

/// <summary>
/// Clues from what is known of the world: «الرئيس أوباما» was written in his term, «الرئيس السابق أوباما» after it,
/// and nobody wrote of «عاصفة الحزم» before it had a name.
/// </summary>
internal sealed class KnownClues
{
    private const int TitleReach = 4;
    private const int MostClues = 12;
    private readonly PhraseTrie<Name> names = new();
    private readonly HashSet<string> former;

    /// <summary>A name and what it belongs to.</summary>
    private sealed record Name(KnowledgeRecord Record, bool IsSurname);

    private KnownClues(KnowledgeBase knowledge)
    {
        foreach (var person in knowledge.OfKind("person").Where(p => p.Children("roles").Any(role => role["from"] is not null)))
        {
            foreach (var name in person.Values("also").Prepend(person.Headword).Distinct(StringComparer.Ordinal))
            {
                names.Add(name, new(person, !name.Contains(' ', StringComparison.Ordinal)));
            }

            foreach (var name in person.Values("surname"))
            {
                names.Add(name, new(person, true));
            }
        }

        foreach (var fact in knowledge.OfKind("dated-fact"))
        {
            foreach (var name in fact.Values("words"))
            {
                names.Add(name, new(fact, false));
            }
        }

        former = [.. knowledge.OfKind("time-word").Where(r => r.Headword == "former").SelectMany(r => r.Values("words")).Select(w => ArabicFolding.Fold(w))];
    }

    public static KnownClues Of(KnowledgeBase knowledge) => knowledge.Table(k => new KnownClues(k));

    public IEnumerable<DateClue> Find(NewsDocument document)
    {
        var seen = new HashSet<(string, string)>();
        var clues = new List<DateClue>();
        var tokens = document.Tokens;
        for (var token = 0; token < tokens.Count && clues.Count < MostClues; token++)
        {
            if (names.At(tokens, token) is not [{ Enclitic.Length: 0 } match, ..])
            {
                continue;
            }

            foreach (var clue in match.Value.Record.Kind == "person" ? OfPerson(document, match) : [OfFact(document, match)])
            {
                if (seen.Add((clue.Kind, match.Value.Record.Id)))
                {
                    clues.Add(clue);
                }
            }

            token = match.EndToken - 1;
        }

        return clues;
    }

    private static StretchClue OfFact(NewsDocument document, PhraseMatch<Name> match) =>
        Stretch(match.Value.Record["until"] is null ? "since" : "while", document, match, match.Value.Record);

    private IEnumerable<DateClue> OfPerson(NewsDocument document, PhraseMatch<Name> match)
    {
        var roles = match.Value.Record.Children("roles").Where(role => role["from"] is not null).ToList();
        var held = roles.FirstOrDefault(role => HasTitle(document.Tokens, match, role.Headword));
        if (held is not null)
        {
            // Whoever held an office twice was in it between the first day and the last, or nearly so.
            var same = roles.Where(role => role.Headword == held.Headword).ToList();
            yield return Stretch(IsFormer(document.Tokens, match) ? "former" : "office", document, match, [.. same]);
        }
        else if (!match.Value.IsSurname)
        {
            // A surname is no evidence without a title: there are many of the name.
            yield return Stretch("person", document, match, [.. roles]);
        }
    }

    private static StretchClue Stretch(string kind, NewsDocument document, PhraseMatch<Name> match, params IReadOnlyList<KnowledgeRecord> stretches) =>
        new(kind, new("dating", match.Value.Record.Id, document.Quote(match.Span)), ClueUnit.Year,
            stretches.Min(role => OfficeHolders.Day(role["from"], first: true)), stretches.Max(role => OfficeHolders.Day(role["until"], first: false)));

    // The first word of the role stands near before the name: «الرئيس الأميركي باراك أوباما».
    private static bool HasTitle(IReadOnlyList<Token> tokens, PhraseMatch<Name> match, string role)
    {
        var words = ArabicFolding.Fold(role).Split(' ');
        for (var token = match.FirstToken - 1; token >= Math.Max(0, match.FirstToken - TitleReach) && tokens[token].Sentence == tokens[match.FirstToken].Sentence; token--)
        {
            if (tokens[token].Shape.Segmentations.Any(cut => cut.Stem == words[0]))
            {
                return words.Length == 1 ? !IsOfAnother(tokens, token) : tokens[token + 1].Shape.Segmentations.Any(cut => cut.Stem == words[1] || "ال" + cut.Stem == words[1]);
            }
        }

        return false;
    }

    // «رئيس الوزراء» is no «رئيس».
    private static bool IsOfAnother(IReadOnlyList<Token> tokens, int title) =>
        !tokens[title].Shape.Segmentations.Any(cut => cut.Has(Proclitics.Article)) && tokens[title + 1].Shape.Segmentations.Any(cut => cut.Has(Proclitics.Article));

    private bool IsFormer(IReadOnlyList<Token> tokens, PhraseMatch<Name> match)
    {
        for (var token = Math.Max(0, match.FirstToken - TitleReach); token < Math.Min(tokens.Count, match.EndToken + 2); token++)
        {
            if (former.Contains(tokens[token].Folded))
            {
                return true;
            }
        }

        return false;
    }
}
