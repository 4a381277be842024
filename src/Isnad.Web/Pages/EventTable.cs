using Isnad.Archive.Query;
using Isnad.Web.Hosting;

namespace Isnad.Web.Pages;

/// <summary>Events as rows, for the CSV twins.</summary>
internal static class EventTable
{
    private static readonly string[] Columns =
        ["event", "type", "mode", "status", "date", "place", "country", "latitude", "longitude", "actors", "targets", "dead_min", "dead_max", "denied", "articles", "outlets", "origins"];

    public static PageTable Of(IEnumerable<StoredEvent> events) => new(Columns, events.Select(Row));

    private static object?[] Row(StoredEvent e)
    {
        var dead = e.Claims.Where(c => c.What == "dead").ToList();
        return
        [
            e.Key, e.Type, e.Mode, e.Status, e.Date, e.Place?.Name, e.Place?.Country, e.Place?.Latitude, e.Place?.Longitude, Names(e.Actors), Names(e.Targets),
            dead.Min(c => c.Min), dead.Max(c => c.Max ?? c.Min), e.Denied ? "true" : "false", e.Articles, e.Outlets, e.Origins,
        ];
    }

    private static string Names(IEnumerable<StoredParty> parties) => string.Join("; ", parties.Select(p => p.Name));
}
