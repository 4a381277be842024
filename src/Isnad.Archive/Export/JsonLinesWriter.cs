using System.Text;
using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>Our own JSON, one event on a line: nothing is lost.</summary>
internal sealed class JsonLinesWriter(Stream stream) : IEventWriter
{
    private readonly StreamWriter writer = new(stream, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };

    public void Write(StoredEvent e) => writer.WriteLine(ArchiveJson.Write(e));

    public void Finish()
    {
    }

    public void Dispose() => writer.Dispose();
}
