using System.CommandLine;
using Isnad.Archive.Export;
using Isnad.Archive.Pages;
using Isnad.Archive.Query;

namespace Isnad.Cli.Commands;

/// <summary>Sums over what a query finds, in place of the events.</summary>
internal sealed class QuerySums
{
    private readonly Option<bool> facets = new("--facets") { Description = "How the events are spread over types, states of reality, outlets, countries, sectors, years and months." };
    private readonly Option<TimelineStep?> timeline = new("--timeline") { Description = "How many events fall on each day, week, month or year." };
    private readonly Option<bool> dyads = new("--dyads") { Description = "Who did what to whom, and how often." };

    public void AddTo(Command command)
    {
        command.Options.Add(facets);
        command.Options.Add(timeline);
        command.Options.Add(dyads);
    }

    public bool Wanted(ParseResult parsed) => parsed.GetValue(facets) || parsed.GetValue(timeline) is not null || parsed.GetValue(dyads);

    /// <param name="limit">How many values of a facet or dyads; 0 for all.</param>
    public void Show(ParseResult parsed, ArchivePages pages, EventQuery query, int limit, bool asJson)
    {
        var most = limit > 0 ? limit : int.MaxValue;
        if (parsed.GetValue(facets))
        {
            foreach (var facet in pages.Facets(query, most))
            {
                Console.Out.WriteLine(asJson ? ArchiveJson.WritePage(facet) : SumSummary.Write(facet));
            }
        }

        if (parsed.GetValue(timeline) is { } step)
        {
            var line = pages.Timeline(query, step);
            Console.Out.WriteLine(asJson ? ArchiveJson.WritePage(line) : SumSummary.Write(line));
        }

        if (parsed.GetValue(dyads))
        {
            var found = pages.Dyads(query, most);
            Console.Out.WriteLine(asJson ? string.Join('\n', found.Select(ArchiveJson.WritePage)) : SumSummary.Write(found));
        }
    }
}
