using System.Globalization;
using Isnad.Archive.Query;
using Isnad.Knowledge;

namespace Isnad.Archive.Export;

/// <summary>
/// A table with ACLED's columns, so that what reads ACLED reads it: «like», since a machine coded it. Numbers of dead are the
/// least that anybody gives, as ACLED does; all of them stand in <c>notes</c>. ISO numbers, regions and scales are left empty.
/// </summary>
internal sealed class AcledWriter : IEventWriter
{
    private static readonly string[] Header =
    [
        "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
        "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
        "fatalities", "tags", "timestamp",
    ];

    private static readonly Dictionary<string, string> Countries = KnowledgeBase.Default.OfKind("state").ToDictionary(r => r.Headword, r => r["en"] ?? r.Headword, StringComparer.Ordinal);

    private readonly TableWriter table;

    public AcledWriter(Stream stream)
    {
        table = new(stream, tabs: false);
        table.Row([.. Header]);
    }

    public void Write(StoredEvent e)
    {
        // ACLED has what happened, on a day, at a place of a country.
        if (e.Status is not ("occurred" or "ongoing") || e.Claim || e.Day is null || e.Place?.Country is not { } code || AcledCodes.Of(e) is not { } category || AcledCodes.TimePrecision(e) is not { } precision)
        {
            return;
        }

        var (actor, target) = (e.Actors.Count > 0 ? e.Actors[0] : null, e.Targets.Count > 0 ? e.Targets[0] : null);
        var (inter1, inter2) = (AcledCodes.Inter(actor, e), AcledCodes.Inter(target, e));
        var country = PartyCode.Country(code)!;
        var place = e.Place;
        table.Row(
            $"{country}{e.Key}", e.Day, e.Day[..4], precision, category.Disorder, category.Event, category.SubEvent,
            PartyCode.Name(actor), Names(e.Actors.Skip(1)), inter1, PartyCode.Name(target), Names(e.Targets.Skip(1)), inter2,
            inter2.Length > 0 ? $"{inter1}-{inter2}" : inter1, inter2 == "Civilians" && category.Disorder == "Political violence" ? "Civilians targeted" : null,
            null, null, Countries.GetValueOrDefault(country, country), place.Kind is "province" or "region" ? place.Name : null, place.Kind == "district" ? place.Name : null, null,
            place.Name, place.Latitude, place.Longitude, AcledCodes.GeoPrecision(place),
            string.Join("; ", e.Reports.Select(r => r.Article.Outlet).OfType<string>().Distinct(StringComparer.Ordinal)), null, Notes(e),
            e.Claims.Where(c => c.What == "dead").Select(c => c.Min ?? 0).DefaultIfEmpty(0).Min(), e.Denied ? "denied" : null, null);
    }

    public void Finish()
    {
    }

    public void Dispose() => table.Dispose();

    private static string Names(IEnumerable<StoredParty> parties) => string.Join("; ", parties.Select(PartyCode.Name));

    // «غارة على سوق [dead: 12, الدفاع المدني; 15, المرصد]»
    private static string Notes(StoredEvent e)
    {
        var claims = e.Claims.GroupBy(c => c.What, StringComparer.Ordinal)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}: {string.Join("; ", g.Select(c => $"{Value(c)}{(c.Says is null ? "" : $", {c.Says.Name}")}"))}"));
        return $"{e.Reports[0].Article.Title} [{string.Join(" | ", claims.Prepend(string.Create(CultureInfo.InvariantCulture, $"origins: {e.Origins}")))}]";
    }

    private static string Value(StoredClaim c) => (c.Min, c.Max) switch
    {
        ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"{min} or more"),
        (null, { } max) => string.Create(CultureInfo.InvariantCulture, $"at most {max}"),
        ({ } min, { } max) when min != max => string.Create(CultureInfo.InvariantCulture, $"{min} to {max}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{c.Min}"),
    };
}
