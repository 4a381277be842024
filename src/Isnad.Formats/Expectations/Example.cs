using System.Globalization;

namespace Isnad.Formats.Expectations;

/// <summary>A text and what a careful reader finds in it.</summary>
/// <param name="Text">The article; one line that ends with a full stop is body without a title.</param>
/// <param name="Published">Day of publication.</param>
/// <param name="Outlet">Name of the outlet, or null.</param>
/// <param name="Findings">What must be found.</param>
public sealed record Example(string Text, DateOnly Published, string? Outlet, IReadOnlyList<Finding> Findings)
{
    /// <summary>The day that relative dates are reckoned from where an example says none: a Wednesday.</summary>
    public static DateOnly UsualDay { get; } = new(2024, 3, 13);

    /// <summary>Reads the fields of an example as knowledge files and golden files write them.</summary>
    /// <exception cref="FormatException">A date is no date, a field stands before any finding, or nothing is expected.</exception>
    public static Example Parse(string text, IEnumerable<KeyValuePair<string, string>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var published = UsualDay;
        string? outlet = null;
        var findings = new List<KeyValuePair<string, string>>();
        foreach (var (key, value) in fields)
        {
            switch (key)
            {
                case "published":
                    published = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                        ? day
                        : throw new FormatException($"«{value}» is no date; write it as 2024-03-13");
                    break;
                case "outlet":
                    outlet = value;
                    break;
                case "because":
                    break;
                default:
                    findings.Add(new(key, value));
                    break;
            }
        }

        var grouped = Finding.Group(findings);
        return grouped.Count > 0 ? new(text, published, outlet, grouped) : throw new FormatException("the example expects nothing; say what is found, or «event: none»");
    }

    /// <summary>Reads the text and says what does not come out as expected; empty where all does.</summary>
    public IReadOnlyList<string> Check(NewsEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var reading = engine.Read(new Article("example", Text) { Published = Published, Outlet = Outlet });
        return [.. Findings.Select(finding => FindingChecker.Check(reading, finding)).OfType<string>()];
    }
}
