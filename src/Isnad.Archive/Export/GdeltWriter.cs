using System.Globalization;
using Isnad.Archive.Duplicates;
using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>
/// GDELT 2.0: a file of events (61 columns) and one of mentions (16), tab-separated, without a header. GLOBALEVENTID is made
/// from the event's key. Left empty: ethnic and religious codes, tone, ADM2 and feature ids, and country codes of FIPS.
/// </summary>
internal sealed class GdeltWriter : IEventWriter
{
    private const int CountryLevel = 1;
    private const int CityLevel = 4;
    private readonly TableWriter events;
    private readonly TableWriter mentions;

    /// <exception cref="IOException">The folder cannot be made.</exception>
    public GdeltWriter(string folder)
    {
        Directory.CreateDirectory(folder);
        events = new(File.Create(Path.Combine(folder, "isnad.export.CSV")), tabs: true);
        mentions = new(File.Create(Path.Combine(folder, "isnad.mentions.CSV")), tabs: true);
    }

    public void Write(StoredEvent e)
    {
        // GDELT has no field for what did not or may not happen, or is only claimed.
        if (e.Status is not ("occurred" or "ongoing") || e.Claim || e.Day is null)
        {
            return;
        }

        var id = GlobalId(e.Key);
        var day = DateOnly.ParseExact(e.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var cameo = PloverCodes.Cameo(e.Type, e.Mode);
        var added = Stamp(e.Reports[0].Article.Published ?? e.Day);
        object?[] place = Geo(e.Place);
        object?[] nowhere = Geo(null);
        object?[] row =
        [
            id, Date(day), Date(day)[..6], Date(day)[..4], (day.Year + ((((day.Month - 1) * 30) + day.Day) / 365.0)).ToString("0.0000", CultureInfo.InvariantCulture),
            .. Actor(e.Actors is [var actor, ..] ? actor : null), .. Actor(e.Targets is [var target, ..] ? target : null),
            1, cameo, cameo[..3], cameo[..2], PloverCodes.Of(e.Type).Quad, PloverCodes.Scale(e.Type, e.Mode), e.Reports.Count, e.Outlets, e.Articles, null,
            .. nowhere, .. nowhere, .. place, added, e.Reports[0].Article.Url ?? e.Reports[0].Article.Key,
        ];
        events.Row(row);
        foreach (var m in e.Reports)
        {
            mentions.Row(
                id, Stamp(e.Day), Stamp(m.Article.Published ?? e.Day), m.Article.Url is null ? 2 : 1, m.Article.Outlet, m.Article.Url ?? m.Article.Key, null, -1, -1, m.Start,
                1, (int)Math.Round(m.Confidence * 100), null, null, "srclc:ara; eng:Isnad", null);
        }
    }

    public void Finish()
    {
    }

    public void Dispose()
    {
        events.Dispose();
        mentions.Dispose();
    }

    /// <summary>A number below 2^53, which every tool keeps whole.</summary>
    internal static string GlobalId(string key) => (FoldedHash.Finish(FoldedHash.Of(key)) >> 11).ToString(CultureInfo.InvariantCulture);

    // Code, name, country, known group, ethnic, two religions, three types.
    private static object?[] Actor(StoredParty? party) =>
        [PartyCode.Cameo(party), PartyCode.Name(party), PartyCode.Country(party?.Country) is { } country && country is not ("IGO" or "NGO" or "MNC" or "ISM") ? country : null, null, null, null, null, PartyCode.Sector(party?.Sector), null, null];

    // Type, full name, country, ADM1, ADM2, latitude, longitude, feature.
    private static object?[] Geo(StoredPlace? place) =>
        [place is null ? 0 : place.Kind is "country" || place.Name.Length == 0 ? CountryLevel : CityLevel, place?.Name, null, null, null, place?.Latitude, place?.Longitude, null];

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Stamp(string day) => day.Replace("-", "", StringComparison.Ordinal) + "000000";
}
