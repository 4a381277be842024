using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>Writes events in one format.</summary>
internal interface IEventWriter : IDisposable
{
    void Write(StoredEvent e);

    /// <summary>Writes what stands at the end.</summary>
    void Finish();
}
