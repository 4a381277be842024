using System.Text;
using Isnad.Archive.Export;
using Isnad.Archive.Query;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>What one side claims stays a claim in the archive and in all that leaves it, until somebody tells it as a fact.</summary>
public sealed class ClaimTests
{
    private const string Claimed = """{"id":"claimed","outlet":"وكالة الشمال","published":"2024-03-14","title":"تصريح إسرائيلي","text":"زعم المتحدث باسم الجيش الإسرائيلي أن مقاتلي حزب الله قصفوا مدينة صيدا أمس."}""";
    private const string Told = """{"id":"told","outlet":"وكالة الجنوب","published":"2024-03-14","title":"قتلى في صيدا","text":"قصف مقاتلو حزب الله مدينة صيدا أمس."}""";

    [Fact]
    public void A_claim_is_marked_in_every_format()
    {
        using var folder = new ArchiveFolder();
        folder.Ingest(folder.Write("a.jsonl", Claimed));
        var found = Assert.Single(folder.Find("claim:yes"));
        Assert.Empty(folder.Find("claim:no"));
        Assert.True(found.Claim && found.Reports[0].Claim);
        Assert.Contains("claimed: ", EventSummary.Write(found), StringComparison.Ordinal);
        Assert.Contains("\"claim\":true", Text("jsonl", found), StringComparison.Ordinal);
        Assert.Contains("\"claim\":true", Text("geojson", found), StringComparison.Ordinal);
        Assert.Contains("\"claim\":true", Text("plover", found), StringComparison.Ordinal);
        Assert.Contains("STATUS:TENTATIVE", Text("ical", found with { Status = "scheduled" }), StringComparison.Ordinal);
        Assert.Contains("value=\"true\"", Text("gexf", found), StringComparison.Ordinal);
        using var tables = new TemporaryFolder();
        ArchiveExport.Write("csv", [found], tables.Path);
        var rows = StrictCsv.Read(File.ReadAllBytes(Path.Combine(tables.Path, "events.csv")));
        Assert.Equal("true", rows[1][Array.IndexOf(rows[0], "claim")]);
    }

    [Fact]
    public void A_format_that_cannot_say_so_leaves_a_claim_out()
    {
        using var folder = new ArchiveFolder();
        folder.Ingest(folder.Write("a.jsonl", Claimed));
        var found = folder.Find("claim:yes");
        Assert.Single(Text("icews", [.. found]).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        using var tables = new TemporaryFolder();
        ArchiveExport.Write("gdelt", found, tables.Path);
        Assert.Empty(File.ReadAllLines(Path.Combine(tables.Path, "isnad.export.CSV")));
    }

    [Fact]
    public void What_another_article_tells_as_a_fact_is_no_mere_claim()
    {
        using var folder = new ArchiveFolder();
        folder.Ingest(folder.Write("a.jsonl", Claimed + "\n" + Told));
        var found = Assert.Single(folder.Find("type:assault"));
        Assert.False(found.Claim);
        Assert.Equal([false, true], found.Reports.Select(r => r.Claim).Order());
    }

    private static string Text(string format, params StoredEvent[] events)
    {
        using var stream = new MemoryStream();
        ArchiveExport.Write(format, events, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
