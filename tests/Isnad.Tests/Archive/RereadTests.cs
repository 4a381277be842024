using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Store;
using Isnad.Formats.Import;
using Isnad.Knowledge;
using Isnad.KnowledgeSource;
using Isnad.Pipeline;
using Xunit;

namespace Isnad.Tests.Archive;

public sealed class RereadTests
{
    [Fact]
    public void What_other_knowledge_read_is_read_again_and_ends_as_if_it_had_been_read_so()
    {
        using var knowledge = new TemporaryFolder();
        knowledge.Write("actors/organizations.yaml", "- organization: لجنة الينابيع\n  en: Springs Committee\n  country: SYR\n  sector: NGO\n");
        var newer = new NewsEngine(KnowledgeBase.Default.With(KnowledgeCompiler.Compile(knowledge.Path, includeExamples: false).Pack), StandardPipeline.Instance);
        var lines = InventedNews.Lines(Enumerable.Range(0, 150));
        using var reread = new ArchiveFolder();
        reread.Ingest(reread.Write("a.jsonl", lines));
        using (var archive = NewsArchive.Open(reread.Location))
        {
            var rereader = new Rereader(archive, newer, 2);
            Assert.Equal(150, rereader.Stale);
            Assert.Equal((150, 0), (rereader.Run().Articles, rereader.Stale));
            new Fuser(archive, newer).Run();
            Assert.Equal(0, rereader.Run().Articles);
        }

        using var fresh = new ArchiveFolder();
        using (var archive = NewsArchive.Open(fresh.Location))
        {
            new Ingester(archive, newer, 2).Run([fresh.Write("a.jsonl", lines)], ArticleDefaults.None);
            new Fuser(archive, newer).Run();
        }

        Assert.Equal(fresh.Dump().Replace(fresh.Path, "", StringComparison.Ordinal), reread.Dump().Replace(reread.Path, "", StringComparison.Ordinal));
    }
}
