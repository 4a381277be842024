using Isnad.Archive.Export;
using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Archive.Store;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>Compares what kept sums answer with what counting the events gives.</summary>
internal static class KeptSumCheck
{
    /// <summary>A question that sums answer, asked both ways.</summary>
    public static void Compare(ArchivePages pages, string query)
    {
        // A condition that always holds makes it count.
        var (kept, counted) = (Parse(query), Parse($"{query} origins:>=0"));
        Assert.Equal((query, pages.Count(counted)), (query, pages.Count(kept)));
        Assert.All(Enum.GetValues<TimelineStep>(), step => Assert.Equal(ArchiveJson.WritePage(pages.Timeline(counted, step)), ArchiveJson.WritePage(pages.Timeline(kept, step))));
        Assert.Equal(pages.Facets(counted, 1000).Select(ArchiveJson.WritePage), pages.Facets(kept, 1000).Select(ArchiveJson.WritePage));
        Assert.Equal(pages.Dyads(counted, 7), pages.Dyads(kept, 7));
        Assert.Equal(pages.Map(counted, 7), pages.Map(kept, 7));
    }

    /// <summary>What was kept with every change is what counting everything anew gives, whether it is written at once or event by event.</summary>
    public static void Recount(NewsArchive archive)
    {
        var kept = Rows(archive);
        Assert.NotEmpty(kept);
        archive.Write(() => archive.Sums.Recount());
        Assert.Equal(kept, Rows(archive));
        archive.Write(() => archive.Sums.Recount(eventsAtOnce: 1, mostChanges: 0));
        Assert.Equal(kept, Rows(archive));
    }

    private static List<string> Rows(NewsArchive archive) =>
        archive.Sql.Rows("SELECT scope, facet, period, value, events FROM sum_facet ORDER BY 1, 2, 3, 4", r => $"{r.GetString(0)} {r.GetString(1)} {r.GetString(2)} {r.GetString(3)} {r.GetInt64(4)}");

    private static EventQuery Parse(string query)
    {
        Assert.True(EventQuery.TryParse(query, out var parsed, out var error), error?.In(query));
        return parsed;
    }
}
