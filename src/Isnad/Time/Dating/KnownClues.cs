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
    private readonly PhraseTrie<KnowledgeRecord> names = new();
    private readonly HashSet<string> former;

    private KnownClues(KnowledgeBase knowledge)
    {
        foreach (var person in knowledge.OfKind("person").Where(p => p.Children("roles").Count > 0))
        {
            foreach (var name in person.Values("surname").Concat(person.Values("also")).Prepend(person.Headword).Distinct(StringComparer.Ordinal))
            {
                names.Add(name, person);
            }
        }

        foreach (var fact in knowledge.OfKind("dated-fact"))
        {
            foreach (var name in fact.Values("words"))
            {
                names.Add(name, fact);
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

            foreach (var clue in match.Value.Kind == "person" ? OfPerson(document, match) : OfFact(document, match))
            {
                if (seen.Add((clue.Kind, match.Value.Id)))
                {
                    clues.Add(clue);
                }
            }

            token = match.EndToken - 1;
        }

        return clues;
    }

    private static IEnumerable<DateClue> OfFact(NewsDocument document, PhraseMatch<KnowledgeRecord> match)
    {
        var (first, last) = (OfficeHolders.Day(match.Value["from"], first: true), OfficeHolders.Day(match.Value["until"], first: false));
        yield return new StretchClue(match.Value["until"] is null ? "since" : "fact", new("dating", match.Value.Id, document.Quote(match.Span)), match.Value["until"] is null ? ClueUnit.Month : ClueUnit.Year, first, match.Value["until"] is null ? first : last);
    }

    // A surname is no evidence without a title: there are many of the name.
    private IEnumerable<DateClue> OfPerson(NewsDocument document, PhraseMatch<KnowledgeRecord> match)
    {
        var whole = match.EndToken - match.FirstToken > 1;
        foreach (var role in match.Value.Children("roles").Where(r => r["from"] is not null))
        {
            var titled = HasTitle(document.Tokens, match, role.Headword);
            if (!titled && !whole)
            {
                continue;
            }

            var kind = !titled ? "person" : IsFormer(document.Tokens, match) ? "former" : "office";
            var (first, last) = (OfficeHolders.Day(role["from"], first: true), OfficeHolders.Day(role["until"], first: false));
            yield return new StretchClue(kind, new("dating", match.Value.Id, document.Quote(match.Span)), ClueUnit.Year, first, last);
        }
    }

    // The first word of the role stands near before the name: «الرئيس الأميركي باراك أوباما».
    private static bool HasTitle(IReadOnlyList<Token> tokens, PhraseMatch<KnowledgeRecord> match, string role)
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

    private bool IsFormer(IReadOnlyList<Token> tokens, PhraseMatch<KnowledgeRecord> match)
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
