using System.Globalization;
using Isnad.Formats.Export;

namespace Isnad.Formats.Comparison;

/// <summary>A comparison for a terminal: an actor per paragraph, a name per line, its outlets below it.</summary>
public static class ComparisonText
{
    private const int NameIndent = 2;
    private const int OutletIndent = 6;

    /// <param name="comparison">What was counted.</param>
    /// <param name="mostNames">Names shown of an actor; the JSON has them all.</param>
    public static string Write(NamingComparison comparison, int mostNames)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var text = new TerminalText();
        text.Head(Invariant($"{comparison.Articles} articles of {comparison.Outlets.Count} outlets, {comparison.Actors.Count} actors named"));
        foreach (var actor in comparison.Actors)
        {
            text.Gap().Head(Invariant($"{actor.Country ?? "-",-3} {actor.Sector ?? "-",-3}  {actor.NameEn ?? actor.Name}: named {actor.Total} times, in {actor.Names.Count} ways"));
            foreach (var name in actor.Names.Take(mostNames))
            {
                text.Field(Invariant($"{name.Total}"), Invariant($"{(name.Loaded is null ? "" : "loaded  ")}{TerminalText.Quote(name.Text)}"), NameIndent);
                foreach (var use in name.Outlets)
                {
                    text.Field(Invariant($"{use.Count}"), Invariant($"{use.Share * 100,5:0.0} %  {(use.First is null ? "undated" : "since " + use.First),-16}  {(use.Outlet.Length == 0 ? "no outlet given" : use.Outlet)}"), OutletIndent);
                }
            }
        }

        return text.ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
