using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Formats.Expectations;

/// <summary>A finding of a reading, said in the words that examples use: each field with every value that fits it.</summary>
internal sealed class Description(string kind)
{
    private readonly Dictionary<string, List<string>> fields = new(StringComparer.Ordinal);
    private readonly List<string> shown = [];

    /// <summary>Adds a field. Several values are alternatives; none means that the finding lacks it.</summary>
    public Description With(string field, params IEnumerable<string?> values)
    {
        var known = values.OfType<string>().ToList();
        fields[field] = known;
        if (known.Count > 0)
        {
            shown.Add($"{field}: {known[0]}");
        }

        return this;
    }

    /// <exception cref="FormatException">There is no such field.</exception>
    public bool Fits(string field, string wanted)
    {
        if (!fields.TryGetValue(field, out var values))
        {
            throw new FormatException($"{kind} has no field «{field}»; it may have: {string.Join(", ", fields.Keys)}");
        }

        return wanted == Finding.None ? values.Count == 0 : values.Exists(value => Same(value, wanted));
    }

    public override string ToString() => string.Join(", ", shown);

    public static Description Of(NewsReading reading, EventReading e) => new Description("event")
        .With("event", e.Mode is null ? [e.Type] : [$"{e.Type}/{e.Mode}", e.Type])
        .With("status", e.Status)
        .With("trigger", e.Mentions.Select(m => m.Text))
        .With("actor", e.Actors.SelectMany(id => Names(reading, id)))
        .With("recipient", e.Recipients.SelectMany(id => Names(reading, id)))
        .With("date", e.Date)
        .With("place", e.Place)
        .With("place_country", e.PlaceCountry)
        .With("about", Names(reading, e.Agreement))
        .With("counts", e.Counts.Select(Count));

    public static Description Of(NewsReading reading, AgreementReading agreement) => new Description("agreement")
        .With("agreement", Names(reading, agreement.Entity))
        .With("party", agreement.Parties.SelectMany(id => Names(reading, id)))
        .With("date", agreement.Date)
        .With("term", agreement.Terms.Select(t => t.Text));

    public static Description Of(TimeReading time) => new Description("time")
        .With("time", time.Span.Text)
        .With("type", time.Type)
        .With("value", time.Value)
        .With("earliest", time.Earliest)
        .With("latest", time.Latest)
        .With("granularity", time.Granularity)
        .With("calendar", time.Calendar);

    public static Description Of(NewsReading reading, ReportReading report) => new Description("report")
        .With("report", report.Cue?.Text ?? Finding.NoCue)
        .With("speaker", Names(reading, report.Speaker))
        .With("via", Chains(reading, report.Via))
        .With("stance", report.Stance)
        .With("form", report.Form)
        .With("content", report.Content.Select(c => c.Text))
        .With("insertion", report.Insertions.Select(i => i.Text));

    public static Description Of(NewsReading reading, FramingReading framing) => new Description("framing")
        .With("framing", framing.Span.Text)
        .With("kind", framing.Kind)
        .With("target", Names(reading, framing.Target))
        .With("neutral", framing.Neutral);

    public static Description Of(EntityReading entity) => new Description("entity")
        .With("entity", Names(entity))
        .With("name", entity.Name)
        .With("type", entity.Type)
        .With("country", entity.Country)
        .With("sector", entity.Sector)
        .With("known", entity.Known)
        .With("mention", entity.Mentions.Select(m => m.Text))
        .With("candidate", entity.Candidates.Select(c => c.Known));

    public static Description Of(PlaceReading place) => new Description("location")
        .With("location", place.Span.Text)
        .With("name", place.Name)
        .With("country", place.Country)
        .With("kind", place.Kind)
        .With("precision", place.Precision)
        .With("radius_km", place.RadiusKm?.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .With("known", place.Known)
        .With("candidate", place.Candidates.Select(c => c.Known));

    private static bool Same(string value, string wanted) =>
        value == wanted || string.Equals(ArabicFolding.Fold(value).Trim(' ', '.', '،'), ArabicFolding.Fold(wanted).Trim(' ', '.', '،'), StringComparison.Ordinal);

    private static IEnumerable<string> Names(NewsReading reading, string? id) =>
        reading.Entities.FirstOrDefault(e => e.Id == id) is { } entity ? Names(entity) : [];

    private static IEnumerable<string> Names(EntityReading entity) =>
        entity.Mentions.Select(m => m.Text).Prepend(entity.Name).Concat(entity.NameEn is { } english ? [english] : []);

    // «a | b»: every way to name the members of the chain, which is short.
    private static IEnumerable<string> Chains(NewsReading reading, IReadOnlyList<string> via)
    {
        IEnumerable<string> chains = via.Count == 0 ? [] : Names(reading, via[0]);
        foreach (var next in via.Skip(1).Take(3))
        {
            chains = [.. chains.SelectMany(chain => Names(reading, next).Select(name => $"{chain} | {name}"))];
        }

        return chains;
    }

    private static string Count(CountReading count) => (count.Min, count.Max) switch
    {
        ({ } min, null) => $"{count.What} {min}-",
        (null, { } max) => $"{count.What} -{max}",
        ({ } min, { } max) when min != max => $"{count.What} {min}-{max}",
        _ => $"{count.What} {count.Min}",
    };
}
