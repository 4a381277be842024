using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Store;
using Isnad.Formats.Import;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>Fusion of an archive that somebody else adds to.</summary>
public sealed class FuserTests
{
    [Fact]
    public void SeesWhatAnotherProcessHasAddedSinceItLastLooked()
    {
        using var folder = new ArchiveFolder();
        folder.Ingest(folder.Write("first.jsonl", Line("first", "وقال الدفاع المدني إن 12 مدنياً قتلوا")));
        using var archive = NewsArchive.Open(folder.Location);
        var fuser = new Fuser(archive, NewsEngine.Default);
        new Ingester(archive, NewsEngine.Default, 1).Run([folder.Write("second.jsonl", Line("second", "واندلعت حرائق في محال تجارية"))], ArticleDefaults.None);
        fuser.Run();

        folder.Ingest(folder.Write("third.jsonl", Line("third", "وهرعت فرق الإسعاف إلى المكان")));
        new Ingester(archive, NewsEngine.Default, 1).Run([folder.Write("fourth.jsonl", Line("fourth", "فيما نفت وزارة الدفاع علمها بالأمر"))], ArticleDefaults.None);
        fuser.Run();

        using var atOnce = new ArchiveFolder();
        atOnce.Ingest([.. Directory.EnumerateFiles(folder.Path, "*.jsonl")]);
        Assert.Equal(atOnce.Dump(), folder.Dump());
    }

    private static string Line(string id, string rest) =>
        $$"""{"id":"{{id}}","outlet":"وكالة {{id}}","published":"2024-03-13","text":"قصفت طائرات حربية سوقاً شعبية في مدينة إدلب أمس، {{rest}}."}""" + "\n";
}
