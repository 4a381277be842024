using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Web.Charts;
using Isnad.Web.Pages;
using Xunit;

namespace Isnad.Tests.Web;

/// <summary>Where drawings put things.</summary>
public sealed class ChartTests
{
    private static readonly TimelineBar[] ThreeYears = [Bar(2019, 4), Bar(2020, 1), Bar(2024, 9)];

    [Fact]
    public void Time_runs_in_the_direction_of_reading()
    {
        var arabic = new TimelineLayout(ThreeYears, TimelineStep.Year, rightToLeft: true).Bars;
        var english = new TimelineLayout(ThreeYears, TimelineStep.Year, rightToLeft: false).Bars;
        Assert.Equal(arabic.Select(b => b.X).OrderDescending(), arabic.Select(b => b.X));
        Assert.Equal(english.Select(b => b.X).Order(), english.Select(b => b.X));
    }

    [Fact]
    public void Years_without_events_keep_their_place()
    {
        var bars = new TimelineLayout(ThreeYears, TimelineStep.Year, rightToLeft: false).Bars;
        Assert.Equal(4 * (bars[1].X - bars[0].X), bars[2].X - bars[1].X, 3);
        Assert.All(bars, b => Assert.InRange(b.X + b.Width, 0, TimelineLayout.Width));
    }

    [Fact]
    public void A_few_events_of_antiquity_do_not_push_today_into_a_corner()
    {
        TimelineBar[] months = [Month(79, 1, 1), .. Enumerable.Range(1, 12).Select(m => Month(2024, m, 100)), Month(2607, 1, 1)];
        var (first, last) = Timelines.Span(months);
        Assert.Equal((2024, 2024), (first.Year, last.Year));
        var shown = Timelines.Within(new(months, 3), TimelineStep.Month, first, last);
        Assert.Equal((12, 1L, 1L, 3L), (shown.Bars.Count, shown.Earlier, shown.Later, shown.Undated));
        Assert.Equal((79, 2024), (Timelines.Span(months[..2]).First.Year, Timelines.Span(months[..2]).Last.Year));
    }

    [Theory]
    [InlineData("2024-03-01", "2024-04-01", TimelineStep.Day)]
    [InlineData("2024-01-01", "2025-01-01", TimelineStep.Week)]
    [InlineData("2020-01-01", "2025-01-01", TimelineStep.Month)]
    [InlineData("1990-01-01", "2025-01-01", TimelineStep.Year)]
    public void Bars_are_as_wide_as_the_span_wants(string first, string last, TimelineStep step) =>
        Assert.Equal(step, Timelines.Step(Day(first), Day(last)));

    [Fact]
    public void A_map_shows_the_Arab_world_where_most_lies_there_and_never_too_little()
    {
        var damascus = MapProjection.Of(36.3, 33.5);
        var (cairo, washington) = (MapProjection.Of(31.2, 30), MapProjection.Of(-77, 38.9));
        Assert.Equal(MapFrame.ArabWorld, MapFrame.Best([damascus, cairo, cairo, washington]));
        Assert.True(MapFrame.Best([damascus, washington]).Holds(washington));
        Assert.True(MapFrame.Best([damascus]).Width >= 10 * MapProjection.Unit);
        Assert.True(damascus.Y < MapProjection.Of(36, 10).Y, "north is up");
    }

    [Fact]
    public void The_world_is_drawn_in_one_piece()
    {
        var svg = System.Text.Encoding.UTF8.GetString(WorldMap.Svg());
        Assert.Contains("id=\"world\"", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        // No step across half the world: a coast that crosses the date line goes on.
        Assert.DoesNotMatch("l-?[23][0-9]{4} ", svg);
    }

    [Fact]
    public void A_network_looks_the_same_every_time_and_stays_inside()
    {
        Dyad[] dyads = [new("RUS MIL", "SYR CVL", "ASSAULT", 9), new("TUR GOV", "RUS GOV", "CONSULT", 3), new("USA GOV", "RUS GOV", "SANCTION", 2), new("", "RUS GOV", "ACCUSE", 2), new("IRN GOV", "IRN GOV", "CONSULT", 1)];
        var (first, second) = (new NetworkLayout(dyads), new NetworkLayout(dyads));
        Assert.Equal(first.Nodes.Select(n => (n.Code, n.X, n.Y)), second.Nodes.Select(n => (n.Code, n.X, n.Y)));
        Assert.Equal(3, first.Edges.Count);
        Assert.All(first.Nodes, n => Assert.True(n.X is > 0 and < NetworkLayout.Width && n.Y is > 0 and < NetworkLayout.Height));
        Assert.Empty(new NetworkLayout([]).Nodes);
    }

    [Fact]
    public void A_chain_leads_from_the_speaker_past_what_it_does_not_touch_to_the_outlet()
    {
        var observatory = Party("المرصد");
        var reuters = Party("رويترز");
        var chains = new ChainLayout(Detail(
            Mention("m1", "صحيفة الأرز", new StoredReport(observatory, [reuters], "neutral", "indirect", null)),
            Mention("m2", "موقع النيل", new StoredReport(observatory, [], "denies", "indirect", null)),
            Mention("m3", "وكالة بردى")));
        Assert.Equal(["المرصد"], chains.Columns[0].Select(n => n.Name));
        Assert.Equal(["carrier", "pass"], chains.Columns[1].Select(n => n.Role).Order(StringComparer.Ordinal));
        Assert.Equal(3, chains.Columns[2].Count);
        Assert.True(chains.Columns[2].Single(n => n.Name == "وكالة بردى").IsAlone);
        Assert.Equal(["denies", "neutral"], chains.Between(0).Select(l => l.Stance).Order(StringComparer.Ordinal));
        Assert.All(chains.Columns.SelectMany(c => c), n => Assert.InRange(chains.Middle(n), 0.01, 0.99));
    }

    private static TimelineBar Bar(int year, long events) => new(new(year, 1, 1), new(year, 12, 31), events, new Dictionary<string, long>());

    private static TimelineBar Month(int year, int month, long events) => new(new(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1), events, new Dictionary<string, long>());

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static StoredParty Party(string name) => new(name, null, "ORG", null, null, null);

    private static StoredMention Mention(string key, string outlet, params StoredReport[] reports) => new(
        key, "ASSAULT", null, "occurred", false, null, null, "قصف", 0, 3, 1, null, new(key, key, outlet, "2024-03-13", null, "عنوان"), [], [], [], reports);

    private static EventDetail Detail(params StoredMention[] mentions) => new(
        new("e", "ASSAULT", null, "occurred", null, null, null, false, false, mentions.Length, mentions.Length, mentions.Length, [], [], [], [], [], mentions), [], [], [], [], []);
}
