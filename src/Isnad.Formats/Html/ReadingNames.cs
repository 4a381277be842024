using Isnad.Formats.Export;
using Isnad.Reading;
using static Isnad.Formats.Html.HtmlText;

namespace Isnad.Formats.Html;

/// <summary>Names of a reading's entities and events as the page writes them.</summary>
internal sealed class ReadingNames(NewsReading reading)
{
    private const string Nobody = "<span class=\"unknown\">غير مذكور</span>";
    private readonly Dictionary<string, EntityReading> entities = reading.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);

    public NewsReading Reading { get; } = reading;

    /// <summary>Name, English name and codes of an entity.</summary>
    public string Entity(EntityReading entity) =>
        $"<b>{Isolated(entity.Name)}</b>{(entity.NameEn is null ? "" : "<br>" + Code(entity.NameEn, "english"))}<br>{Codes(entity)}";

    /// <summary>Country and sector: «RUS · حكومة».</summary>
    public static string Codes(EntityReading entity)
    {
        var country = entity.Country is null ? "" : Code(entity.Country);
        var sector = entity.Sector is null ? "" : $"<span class=\"sector\">{Encode(Labels.Sectors.Arabic(entity.Sector))}</span>";
        return country.Length > 0 && sector.Length > 0 ? $"{country} {sector}" : country + sector;
    }

    /// <summary>Names of several, parted by commas; a word for nobody where there is none.</summary>
    public string List(IReadOnlyList<string> ids, string separator = "، ") => ids.Count == 0 ? Nobody : string.Join(separator, ids.Select(Name));

    public string Name(string? id) => Find(id) is { } entity ? Isolated(entity.Name) : Nobody;

    public EntityReading? Find(string? id) => id is null ? null : entities.GetValueOrDefault(id);

    /// <summary>«V2 · CONSULT/visit».</summary>
    public string EventCode(EventReading e) => $"{e.Id} · {e.Type}{(e.Mode is null ? "" : $"/{e.Mode}")}";
}
