using Isnad.Archive.Store;
using Isnad.Reading;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>What runs here, and how much it holds.</summary>
/// <param name="IsSample">The invented articles are shown.</param>
public sealed record StatusModel(bool IsSample, ArchiveCounts Archive, ReadingStamp Stamp, int KnowledgeEntries, IReadOnlyList<StageModel> Stages);

/// <summary>A stage of the engine.</summary>
public sealed record StageModel(string Name, string Purpose);

/// <summary>The page that says what runs here.</summary>
internal static class StatusPages
{
    public static void Map(IEndpointRouteBuilder routes, Library library) => routes.MapPage("/status", async (room, context) =>
    {
        var engine = library.Engine;
        var counts = await library.Counts(context.RequestAborted);
        var model = new StatusModel(library.IsSample, counts, engine.Stamp, engine.Knowledge.Records.Count, [.. engine.Pipeline.Stages.Select(s => new StageModel(s.Name, s.Purpose))]);
        return new(room.Words["nav.status"], typeof(StatusBody), model, Table(model)) { Section = "status" };
    });

    private static PageTable Table(StatusModel model) => new(["what", "value"],
    [
        ["articles", model.Archive.Articles], ["mentions", model.Archive.Mentions], ["events", model.Archive.Events], ["reports", model.Archive.Reports], ["rejected", model.Archive.Rejected],
        ["engine", model.Stamp.Engine], ["knowledge", model.Stamp.Knowledge], ["knowledge_entries", model.KnowledgeEntries],
    ]);
}
