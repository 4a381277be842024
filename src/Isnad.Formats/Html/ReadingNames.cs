using Isnad.Formats.Export;
using Isnad.Reading;
using static Isnad.Formats.Html.HtmlText;

namespace Isnad.Formats.Html;

/// <summary>Names of a reading's entities and events as the page writes them.</summary>
internal sealed class ReadingNames(NewsReading reading, PageVoice voice)
{
    private readonly Dictionary<string, EntityReading> entities = reading.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);

    public NewsReading Reading { get; } = reading;

    public PageVoice Voice { get; } = voice;

    private string Nobody => $"<span class=\"unknown\">{Voice.Say("غير مذكور", "not named")}</span>";

    /// <summary>Name, English name and codes of an entity.</summary>
    public string Entity(EntityReading entity) =>
        $"<b>{Linked(entity)}</b>{(entity.NameEn is null ? "" : "<br>" + Code(entity.NameEn, "english"))}<br>{Codes(entity)}";

    /// <summary>Country and sector: «RUS · حكومة».</summary>
    public string Codes(EntityReading entity)
    {
        var country = entity.Country is null ? "" : Code(entity.Country);
        var sector = entity.Sector is null ? "" : $"<span class=\"sector\">{Encode(Voice.Say(Labels.Sectors, entity.Sector))}</span>";
        return country.Length > 0 && sector.Length > 0 ? $"{country} {sector}" : country + sector;
    }

    /// <summary>Whom or what an ambiguous name may mean: «طرابلس: places/libya#طرابلس 0.83»; empty where there is no doubt.</summary>
    public static string Candidates(IReadOnlyList<Candidate> candidates) => string.Concat(candidates.Select(c =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<br><span class=\"role\">{c.Score:0.00}</span> {Isolated(c.Known[(c.Known.IndexOf('#', StringComparison.Ordinal) + 1)..])} {(c.Country is null ? "" : Code(c.Country))}")));

    /// <summary>Names of several, parted by commas; a word for nobody where there is none.</summary>
    public string List(IReadOnlyList<string> ids, string separator = "، ") => ids.Count == 0 ? Nobody : string.Join(separator, ids.Select(Name));

    public string Name(string? id) => Find(id) is { } entity ? Isolated(entity.Name) : Nobody;

    public EntityReading? Find(string? id) => id is null ? null : entities.GetValueOrDefault(id);

    /// <summary>The name, leading to the actor's page where there is one.</summary>
    public string Linked(EntityReading entity) => entity.Known is { } known && Voice.ActorPage is { } page ? $"<a href=\"{Encode(page(known))}\">{Isolated(entity.Name)}</a>" : Isolated(entity.Name);

    /// <summary>Rule and entry behind a finding, leading to the entry where it has a page.</summary>
    public string Reason(Evidence evidence) => (evidence.Entry, Voice.EntryPage) switch
    {
        (null, _) => Code(evidence.Rule, "reason"),
        ({ } entry, null) => Code($"{evidence.Rule} · {entry}", "reason"),
        ({ } entry, { } page) => $"{Code(evidence.Rule, "reason")} <a href=\"{Encode(page(entry))}\">{Code(entry, "reason")}</a>",
    };

    /// <summary>«V2 · CONSULT/visit».</summary>
    public string EventCode(EventReading e) => $"{e.Id} · {e.Type}{(e.Mode is null ? "" : $"/{e.Mode}")}";
}
