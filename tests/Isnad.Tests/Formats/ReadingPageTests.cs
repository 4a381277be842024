using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Isnad.Formats.Html;
using Isnad.Reading;
using Xunit;

namespace Isnad.Tests.Formats;

public sealed partial class ReadingPageTests
{
    private const string Hostile = "<script>alert(1)</script> \"' & \u202E\u0000 قصف \uD83D";

    [Fact]
    public void A_page_needs_nothing_but_itself()
    {
        var page = Page(Hostile);
        Assert.Empty(new HtmlParser().ParseDocument(page).QuerySelectorAll("script, link, img, iframe, object, [src], [onclick], [style]"));
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain(page, c => c is '\u202E' or '\0' or '\uD83D');
    }

    [Fact]
    public void The_text_is_shown_whole()
    {
        var document = new HtmlParser().ParseDocument(Page("عنوان\nقصفت طائرات سوقاً."));
        foreach (var note in document.QuerySelectorAll(".note, .tag"))
        {
            note.Remove();
        }

        Assert.Equal("عنوان\nقصفت طائرات سوقاً.", document.QuerySelector("article.text")!.TextContent);
    }

    [Fact]
    public void Links_lead_somewhere_and_ids_are_unique()
    {
        var document = new HtmlParser().ParseDocument(Page("عنوان\nقصفت طائرات سوقاً."));
        var ids = document.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(document.QuerySelectorAll("a[href^='#']"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
    }

    [Fact]
    public void Colours_can_be_read()
    {
        var screen = Pair().Matches(Repository.Text("src/Isnad.Formats/Html/reading-marks.css"));
        Assert.NotEmpty(screen);
        Readable(screen.ToDictionary(m => m.Groups[1].Value, m => Luminance(m.Groups[2].Value)));
        Readable(screen.ToDictionary(m => m.Groups[1].Value, m => Luminance(m.Groups[3].Value)));
        Readable(Variable().Matches(Repository.Text("src/Isnad.Formats/Html/reading-page.css")).ToDictionary(m => m.Groups[1].Value, m => Luminance(m.Groups[2].Value)));
    }

    private static void Readable(Dictionary<string, double> colours)
    {
        foreach (var (name, ink) in colours.Where(c => c.Key is not ("paper" or "card" or "quote" or "line")))
        {
            Assert.All(["paper", "card", "quote"], ground =>
            {
                var (light, dark) = (Math.Max(ink, colours[ground]), Math.Min(ink, colours[ground]));
                Assert.True((light + 0.05) / (dark + 0.05) >= 4.5, $"{name} on {ground}: {(light + 0.05) / (dark + 0.05):0.00}");
            });
        }
    }

    private static string Page(string text)
    {
        SpanText Span(int start, int length) => new(text.Substring(start, length), start, start + length);
        var because = new[] { new Evidence("<rule>", "\"entry\"", Span(0, 3), Hostile) };
        return ReadingPage.Write(new(Hostile, Hostile, "2024-03-13", null, text, new([Span(0, 5)], Span(2, 2), null, [new(Span(2, 2), Hostile, Hostile, false, because)]),
            [new("E1", Hostile, Hostile, "PER", "SYR", "GOV", null, [Span(1, 6), Span(8, 2)], [], [new(Hostile, "SYR", "GOV", 0.4, Hostile)])],
            [new(Span(3, 4), "DATE", "2024", null, null, "year", "gregorian", because)], [],
            [new("V1", "ASSAULT", "aerial", "negated", true, [Span(6, 4), Span(6, 2)], ["E1"], [], "2024", Hostile, "SYR", [new("dead", 1, null)], 0.5, because)],
            [new("R1", "direct", Span(7, 3), "E1", ["E1", "E9"], [Span(2, 8)], [Span(4, 2)], "denies", ["V1"], 0.5, because)],
            [new(Span(5, 3), "loaded", "E1", Hostile, because)], [new("KH1020", Hostile)], new("0", "0")));
    }

    // Relative luminance of WCAG 2.
    private static double Luminance(string hex)
    {
        double Channel(int at) => int.Parse(hex.Length == 3 ? new string(hex[at / 2], 2) : hex.Substring(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    [GeneratedRegex(@"--([a-z]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\)")]
    private static partial Regex Pair();

    [GeneratedRegex(@"--([a-z]+): #([0-9a-f]{3,6})\b")]
    private static partial Regex Variable();
}
