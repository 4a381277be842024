using System.Text;
using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Store;
using Isnad.Formats.Import;

namespace Isnad.Web.Hosting;

/// <summary>An archive of the invented articles that the tool carries, made anew for each run: what a newcomer sees.</summary>
internal sealed class SampleArchive : IDisposable
{
    private const string Prefix = "sample/";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("isnad-samples-");

    public SampleArchive(NewsEngine engine)
    {
        var assembly = typeof(SampleArchive).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            File.WriteAllText(Path.Combine(folder.FullName, name[Prefix.Length..]), reader.ReadToEnd());
        }

        using var archive = NewsArchive.Open(Location);
        new Ingester(archive, engine, Environment.ProcessorCount).Run([folder.FullName], ArticleDefaults.None);
        new Fuser(archive, engine).Run();
    }

    public string Location => Path.Combine(folder.FullName, "samples.db");

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // What a system still holds open it removes with its temporary files.
        }
    }
}
