using Isnad.Archive.Fusion;
using Isnad.Archive.Store;
using Xunit;

namespace Isnad.Tests.Archive;

public sealed class FeatureReaderTests
{
    [Fact]
    public void SeesWhatAnotherProcessHasAddedOnceItIsRefreshed()
    {
        using var folder = new ArchiveFolder();
        folder.Ingest(folder.Write("first.jsonl", Line("first")));
        using var archive = NewsArchive.Open(folder.Location);
        var features = new FeatureReader(archive.Sql);
        features.Refresh();
        var first = features.Mention(archive.Sql.Number("SELECT id FROM mention WHERE type = 'ASSAULT'"));
        Assert.Empty(features.Near(first));

        folder.Ingest(folder.Write("second.jsonl", Line("second")));
        features.Refresh();

        Assert.Single(features.Near(first));
    }

    private static string Line(string id) =>
        $$"""{"id":"{{id}}","outlet":"وكالة {{id}}","published":"2024-03-13","text":"قصفت طائرات حربية سوقاً شعبية في مدينة إدلب أمس."}""" + "\n";
}
