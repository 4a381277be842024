using System.ComponentModel;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Api;

/// <summary>Sums over what a query finds, for programs.</summary>
internal static class SumApi
{
    private const int MostValues = 1000;
    private const string QueryText = "A query; empty for all events.";

    public static void Map(RouteGroupBuilder api, Library library)
    {
        api.MapGet("/facets", async ([Description(QueryText)] string? q, [Description("Values of each facet, 1 to 1000; 12 where not said.")] int? most, CancellationToken cancellation) =>
            {
                var (query, number) = (ApiQuery.Parse(q), ApiQuery.Within("most", most, 12, MostValues));
                return new ApiAnswer<FacetList>(new(query.ToString(), await library.Sum($"api facets {number} {query}", shelf => shelf.Pages.Facets(query, number), cancellation)));
            })
            .WithName("facets").WithSummary("How found events are spread over types, outlets, countries and so on");
        api.MapGet("/timeline", async ([Description(QueryText)] string? q, [Description("day, week, month (the default) or year.")] string? step, CancellationToken cancellation) =>
            {
                var (query, width) = (ApiQuery.Parse(q), ApiQuery.Step(step));
                return new ApiAnswer<TimelineAnswer>(new(query.ToString(), width, await library.Sum($"api timeline {width} {query}", shelf => shelf.Pages.Timeline(query, width), cancellation)));
            })
            .WithName("timeline").WithSummary("Found events over time, by type");
        api.MapGet("/dyads", async ([Description(QueryText)] string? q, [Description("At most so many, 1 to 1000; 50 where not said.")] int? most, CancellationToken cancellation) =>
            {
                var (query, number) = (ApiQuery.Parse(q), ApiQuery.Within("most", most, 50, MostValues));
                return new ApiAnswer<DyadList>(new(query.ToString(), await library.Sum($"api dyads {number} {query}", shelf => shelf.Pages.Dyads(query, number), cancellation)));
            })
            .WithName("dyads").WithSummary("Who did what to whom, the commonest first");
        api.MapGet("/map", async ([Description(QueryText)] string? q, [Description("At most so many places, 1 to 1000; 500 where not said.")] int? most, CancellationToken cancellation) =>
            {
                var (query, number) = (ApiQuery.Parse(q), ApiQuery.Within("most", most, 500, MostValues));
                return new ApiAnswer<PlaceList>(new(query.ToString(), await library.Sum($"api map {number} {query}", shelf => shelf.Pages.Map(query, number), cancellation)));
            })
            .WithName("map").WithSummary("Where found events happened, the commonest places first");
    }
}
