namespace Isnad.Formats.Expectations;

/// <summary>One thing that a reading is expected to hold: «event: ASSAULT/aerial» and the fields that describe it.</summary>
/// <param name="Kind">event, time, report, framing, entity, location, agreement, headline, byline, dateline, source, diagnostic or counts.</param>
/// <param name="Value">What identifies it, or <c>none</c> where there must be nothing of its kind.</param>
/// <param name="Absent">True for «no-event: …»: nothing in the reading may fit.</param>
/// <param name="Fields">Further fields, in the order written; «known-gap» says why the finding is expected to fail for now.</param>
public sealed record Finding(string Kind, string Value, bool Absent, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    internal const string None = "none";

    // Stands for the cue of a report that has none.
    internal const string NoCue = "no cue";
    internal const string KnownGap = "known-gap";
    private const string AbsentPrefix = "no-";

    /// <summary>Kinds of finding; any other key is a field of the finding before it.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["event", "time", "report", "framing", "entity", "location", "agreement", "headline", "byline", "dateline", "source", "diagnostic"];

    /// <summary>
    /// Groups keys and values in the order written: a key that names a kind opens a finding, the others describe it.
    /// «counts» before any finding is one of its own: some event has that count.
    /// </summary>
    /// <exception cref="FormatException">A field stands before any finding.</exception>
    public static IReadOnlyList<Finding> Group(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var findings = new List<Finding>();
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var (key, value) in pairs)
        {
            var absent = key.StartsWith(AbsentPrefix, StringComparison.Ordinal);
            var kind = absent ? key[AbsentPrefix.Length..] : key;
            if (Kinds.Contains(kind) || (kind == "counts" && findings.Count == 0))
            {
                findings.Add(new(kind, value, absent, fields = []));
            }
            else if (findings.Count > 0)
            {
                fields.Add(new(key, value));
            }
            else
            {
                throw new FormatException($"«{key}» describes nothing; begin with one of: {string.Join(", ", Kinds)}");
            }
        }

        return findings;
    }
}
