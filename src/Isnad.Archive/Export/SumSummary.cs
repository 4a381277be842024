using System.Globalization;
using Isnad.Archive.Pages;
using Isnad.Formats.Export;

namespace Isnad.Archive.Export;

/// <summary>Sums over events for a terminal: the number first, names at the end of the line.</summary>
public static class SumSummary
{
    private const int NumberWidth = 10;
    private const int BarWidth = 40;

    /// <summary>A facet: how many events each value has.</summary>
    public static string Write(Facet facet)
    {
        ArgumentNullException.ThrowIfNull(facet);
        var text = new TerminalText();
        text.Head(facet.Name);
        foreach (var value in facet.Values)
        {
            text.Head($"{Number(value.Events)}  {TerminalText.Quote(value.Value)}");
        }

        return (facet.Rest > 0 ? text.Head($"{"",NumberWidth}  … and {facet.Rest} more") : text).ToString();
    }

    /// <summary>A timeline: a bar per stretch of time.</summary>
    public static string Write(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var text = new TerminalText();
        var most = timeline.Bars.Select(b => b.Events).DefaultIfEmpty(1).Max();
        foreach (var bar in timeline.Bars)
        {
            text.Head($"{Day(bar.First)}  {Number(bar.Events)}  {new string('#', (int)Math.Ceiling(BarWidth * bar.Events / (double)most))}");
        }

        return (timeline.Undated > 0 ? text.Head($"undated     {Number(timeline.Undated)}") : text).ToString();
    }

    /// <summary>Who did what to whom.</summary>
    public static string Write(IReadOnlyList<Dyad> dyads)
    {
        ArgumentNullException.ThrowIfNull(dyads);
        var text = new TerminalText();
        foreach (var dyad in dyads)
        {
            text.Head($"{Number(dyad.Events)}  {Side(dyad.Actor),-7}  {dyad.Type,-9}  {Side(dyad.Target)}");
        }

        return text.ToString();
    }

    private static string Side(string side) => side.Length > 0 ? side : "-";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture).PadLeft(NumberWidth);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
