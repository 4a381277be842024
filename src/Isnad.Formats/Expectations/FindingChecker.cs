using Isnad.Reading;

namespace Isnad.Formats.Expectations;

/// <summary>Compares one expected finding with a reading.</summary>
internal static class FindingChecker
{
    /// <summary>What is wrong, or null. A known gap is wrong when it has closed, so that the mark does not outlive it.</summary>
    /// <exception cref="FormatException">The finding has a field that its kind does not have.</exception>
    public static string? Check(NewsReading reading, Finding finding)
    {
        var problem = Compare(reading, finding);
        var gap = finding.Fields.FirstOrDefault(f => f.Key == Finding.KnownGap).Value;
        return (gap, problem) switch
        {
            (null, _) => problem,
            (_, null) => $"{finding.Kind}: {finding.Value} comes out right although it is marked known-gap («{gap}»); remove the mark",
            _ => null,
        };
    }

    private static string? Compare(NewsReading reading, Finding finding)
    {
        var all = Descriptions(reading, finding.Kind);
        if (finding.Value == Finding.None)
        {
            return all.Count == 0 ? null : $"{finding.Kind}: none expected, found {Found(all)}";
        }

        var wanted = finding.Fields.Where(f => f.Key != Finding.KnownGap).Prepend(new(finding.Kind, finding.Value)).ToList();
        var fits = all.Any(candidate => wanted.TrueForAll(field => candidate.Fits(field.Key, field.Value)));
        return fits == !finding.Absent
            ? null
            : $"{(finding.Absent ? "unwanted" : "not found")}: {string.Join(", ", wanted.Select(f => $"{f.Key}: {f.Value}"))}; found {Found(all)}";
    }

    private static List<Description> Descriptions(NewsReading reading, string kind) => kind switch
    {
        "event" or "counts" => [.. reading.Events.Select(e => Description.Of(reading, e))],
        "time" => [.. reading.Times.Select(Description.Of)],
        "report" => [.. reading.Reports.Select(r => Description.Of(reading, r))],
        "framing" => [.. reading.Framing.Select(f => Description.Of(reading, f))],
        "entity" => [.. reading.Entities.Select(Description.Of)],
        "location" => [.. reading.Places.Select(Description.Of)],
        "agreement" => [.. reading.Agreements.Select(a => Description.Of(reading, a))],
        "headline" => [.. reading.Structure.Headlines.Select(h => new Description(kind).With(kind, h.Text))],
        "byline" => reading.Structure.Byline is { } byline ? [new Description(kind).With(kind, byline.Text)] : [],
        "dateline" => reading.Structure.Dateline is { } dateline ? [new Description(kind).With(kind, dateline.Text)] : [],
        "source" => [.. reading.Structure.Sources.Select(s => new Description(kind).With(kind, s.Name))],
        "diagnostic" => [.. reading.Diagnostics.Select(d => new Description(kind).With(kind, d.Code))],
        _ => throw new FormatException($"«{kind}» is no kind of finding; known: {string.Join(", ", Finding.Kinds)}"),
    };

    private static string Found(IReadOnlyList<Description> all) =>
        all.Count == 0 ? "nothing" : string.Join(" ¦ ", all.Take(6)) + (all.Count > 6 ? $" and {all.Count - 6} more" : "");
}
