using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>
/// The twenty columns of ICEWS, tab-separated with a header. One row per report of an event; its Event ID is the event's key,
/// its Story ID the article's. Intensity is PLOVER's scale. The columns of cities, districts and provinces other than the place
/// itself are empty.
/// </summary>
internal sealed class IcewsWriter : IEventWriter
{
    private static readonly string[] Header =
    [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors",
        "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
    ];

    private readonly TableWriter table;

    public IcewsWriter(Stream stream)
    {
        table = new(stream, tabs: true);
        table.Row([.. Header]);
    }

    public void Write(StoredEvent e)
    {
        // ICEWS has rows for what happened, with a day; it cannot say that somebody only claims it.
        if (e.Status is not ("occurred" or "ongoing") || e.Claim || e.Day is null)
        {
            return;
        }

        foreach (var m in e.Reports)
        {
            var (actor, target) = (First(m.Actors, e.Actors), First(m.Targets, e.Targets));
            var place = m.Place ?? e.Place;
            table.Row(
                e.Key, e.Day, PartyCode.Name(actor), PartyCode.Sector(actor?.Sector), PartyCode.Country(actor?.Country), m.Word, PloverCodes.Cameo(e.Type, e.Mode),
                PloverCodes.Scale(e.Type, e.Mode),
                PartyCode.Name(target), PartyCode.Sector(target?.Sector), PartyCode.Country(target?.Country), m.Article.Key, null, m.Article.Outlet,
                place?.Kind is "city" ? place.Name : null, place?.Kind is "district" ? place.Name : null, place?.Kind is "province" ? place.Name : null,
                PartyCode.Country(place?.Country), place?.Latitude, place?.Longitude);
        }
    }

    public void Finish()
    {
    }

    public void Dispose() => table.Dispose();

    private static StoredParty? First(IReadOnlyList<StoredParty> own, IReadOnlyList<StoredParty> all) => own.Count > 0 ? own[0] : all.Count > 0 ? all[0] : null;
}
