using System.Globalization;
using Isnad.Knowledge;
using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Actors;

/// <summary>What was decided of a name: whom it means, or nobody listed; and who else it may mean.</summary>
internal readonly record struct Choice(KnownName? Chosen, IReadOnlyList<Candidate> Candidates);

/// <summary>
/// Decides whom a listed name means that several bear, or that may as well be somebody else's: «العبيدي» alone is a minister of Iraq
/// only where the article has to do with Iraq. Each bearer is weighed by the title before the name, the country, and whether he
/// was in office that day; somebody whom no list knows is weighed with them. Without enough evidence it is nobody listed.
/// </summary>
internal sealed class PersonChooser(NewsDocument document, ActorLexicon lexicon, CountryContext context)
{
    private const double Enough = 0.5;
    // How much speaks for somebody whom no list knows: a surname is anybody's, a full name hardly.
    private const double UnknownSurname = 1.2;
    // «صالح», «مبارك»: more people are called so first than last.
    private const double UnknownGivenName = 3;
    private const double UnknownName = 0.5;
    private const int LongAgo = 20;

    /// <param name="draft">The mention, with its title and country.</param>
    /// <param name="rivals">The listed persons of that name; at least one.</param>
    public Choice Choose(MentionDraft draft, IReadOnlyList<KnownName> rivals)
    {
        var weighed = rivals.Select(rival => Weigh(draft, rival)).ToList();
        var unknown = !rivals[0].IsPart ? UnknownName : lexicon.IsGivenName(draft.Name(document.Tokens)) ? UnknownGivenName : UnknownSurname;
        var sum = weighed.Sum(w => w.Weight) + unknown;
        var best = weighed.MaxBy(w => w.Weight);
        var isSure = best.Weight / sum > Enough && weighed.Count(w => w.Weight == best.Weight) == 1;
        return new(isSure ? best.Name : null, [.. weighed.OrderByDescending(w => w.Weight).ThenBy(w => w.Name.Record.Id, StringComparer.Ordinal)
            .Select(w => Of(w.Name.Record, Math.Round(w.Weight / sum, 2), w.Reason))]);
    }

    /// <summary>The offices of different countries or sectors that a person holds at once, or none: which one he acts in, the title before his name says.</summary>
    public IReadOnlyList<Candidate> Offices(KnowledgeRecord person, string? title)
    {
        var held = OfficeHolders.HeldBy(person, document.DayOfWriting);
        if (held.DistinctBy(r => (r["country"], r["sector"])).Skip(1).FirstOrDefault() is null)
        {
            return [];
        }

        var weights = held.Select((role, i) => OfficeHolders.IsCalled(role, title) ? 4.0 : i == 0 ? 2.0 : 1.0).ToList();
        return [.. held.Zip(weights).OrderByDescending(h => h.Second).Select(h => new Candidate(
            person.Id, h.First["country"] ?? person["country"], h.First["sector"] ?? person["sector"], Math.Round(h.Second / weights.Sum(), 2),
            $"{(OfficeHolders.IsCalled(h.First, title) ? "so called here; " : "")}since {h.First["from"] ?? "?"} {h.First.Headword}"))];
    }

    private Candidate Of(KnowledgeRecord person, double score, string reason)
    {
        var standing = OfficeHolders.Standing(person, document.DayOfWriting);
        return new(person.Id, standing.Country, standing.Sector, score, reason);
    }

    private (KnownName Name, double Weight, string Reason) Weigh(MentionDraft draft, KnownName rival)
    {
        var person = rival.Record;
        var standing = OfficeHolders.Standing(person, document.DayOfWriting);
        var reasons = new List<string>();
        var weight = 1.0;
        if (draft.Head is { IsTitle: true } head && person.Children("roles").Any(role => OfficeHolders.IsCalled(role, head.Lemma)))
        {
            weight += 6;
            reasons.Add("has the title");
        }

        if (draft.Country is { } said && !draft.CountryIsInherited)
        {
            weight = said == standing.Country || said == person["country"] ? weight + 4 : weight / 10;
            reasons.Add(said == standing.Country ? "of the country named with him" : "of another country than named with him");
        }
        else if (standing.Country is { } country && context.Share(country) is var share)
        {
            weight = share > 0 ? weight + (4 * share) : weight / 3;
            reasons.Add(share > 0 ? string.Create(CultureInfo.InvariantCulture, $"{country} is {share:P0} of the countries named") : $"{country} is not named");
        }

        if (OfficeHolders.HeldBy(person, document.DayOfWriting) is [_, ..])
        {
            weight += 2.5;
            reasons.Add(document.DayOfWriting is null ? "holds an office" : "in office that day");
        }
        else if (document.DayOfWriting is { } day && OfficeHolders.LastDay(person) is { } last && last.Year + LongAgo < day.Year)
        {
            weight /= 2;
            reasons.Add($"in no office since {last.Year}");
        }

        if (lexicon.Offices.SingleHeldBy(person, null).Any())
        {
            weight += 1;
            reasons.Add("held an office that one holds at a time");
        }

        return (rival, weight, reasons.Count == 0 ? "bears the name" : string.Join("; ", reasons));
    }
}
