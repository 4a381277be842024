using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>Two queries side by side over time: two outlets, or two words for one thing.</summary>
public sealed record CompareModel(ComparedQuery? A, ComparedQuery? B, TimelineStep Step, IReadOnlyList<OutletCount> Outlets)
{
    /// <summary>Both sides step by step; a step that neither has is left out.</summary>
    internal IEnumerable<(TimelineBar Bar, long A, long B)> Steps()
    {
        var (a, b) = (Bars(A), Bars(B));
        return a.Keys.Union(b.Keys).Order().Select(day => ((a.GetValueOrDefault(day) ?? b[day])!, a.GetValueOrDefault(day)?.Events ?? 0, b.GetValueOrDefault(day)?.Events ?? 0));
    }

    private static Dictionary<DateOnly, TimelineBar> Bars(ComparedQuery? side) => side?.Timeline.Bars.ToDictionary(bar => bar.First) ?? [];
}

/// <summary>One side of a comparison.</summary>
/// <param name="Text">The query, as it was written.</param>
/// <param name="Problem">What is wrong with it; null where nothing is.</param>
/// <param name="Words">The loaded words of the outlets that the query finds most, where it asks for one outlet.</param>
public sealed record ComparedQuery(string Text, QueryError? Problem, long Events, ShownTimeline Timeline, IReadOnlyList<Facet> Facets, IReadOnlyList<LoadedWord> Words);

/// <summary>The page that sets two queries side by side.</summary>
internal static class ComparePages
{
    private const int FacetValues = 6;

    public static void Map(IEndpointRouteBuilder routes, Library library) => routes.MapPage("/compare", async (room, context) =>
    {
        var (a, b) = (room.Query("a"), room.Query("b"));
        var outlets = await library.Outlets(context.RequestAborted);
        var model = await library.Sum($"compare {a} / {b}", shelf => Ask(shelf.Pages, a, b, outlets), context.RequestAborted);
        return new(room.Words["compare.title"], typeof(CompareBody), model, Table(model)) { Section = "compare", Status = model.A?.Problem is null && model.B?.Problem is null ? 200 : 400 };
    });

    private static CompareModel Ask(ArchivePages pages, string? a, string? b, IReadOnlyList<OutletCount> outlets)
    {
        var months = new[] { a, b }.Select(text => text is not null && EventQuery.TryParse(text, out var query, out _) ? pages.Timeline(query, TimelineStep.Month).Bars : []).SelectMany(bars => bars).ToList();
        var (first, last) = months.Count == 0 ? (DateOnly.MinValue, DateOnly.MaxValue) : Timelines.Span([.. months.OrderBy(m => m.First)]);
        var step = months.Count == 0 ? TimelineStep.Month : Timelines.Step(first, last);
        ComparedQuery? Of(string? text) => Side(pages, text, timeline => Timelines.Within(timeline, step, first, last), step);
        return new(Of(a), Of(b), step, outlets);
    }

    private static ComparedQuery? Side(ArchivePages pages, string? text, Func<Timeline, ShownTimeline> show, TimelineStep step)
    {
        if (text is null)
        {
            return null;
        }

        if (!EventQuery.TryParse(text, out var query, out var problem))
        {
            return new(text, problem, 0, ShownTimeline.Empty, [], []);
        }

        var outlet = QueryPart.Of(query) is [{ Field: "outlet", IsDenied: false, Values: [var name] }] ? pages.Outlet(name) : null;
        var timeline = show(pages.Timeline(query, step));
        return new(text, null, timeline.Events, timeline, pages.Facets(query, FacetValues), outlet?.Framing ?? []);
    }

    private static PageTable Table(CompareModel model) => new(
        ["first_day", "last_day", "a", "b"], model.Steps().Select(s => new object?[] { s.Bar.First.ToString("O"), s.Bar.Last.ToString("O"), s.A, s.B }));
}
