using Isnad.Archive.Store;
using Isnad.Formats.Import;

namespace Isnad.Archive.Ingest;

/// <summary>Which pages of the web were fetched, as the archive remembers it.</summary>
internal sealed class PageLog(Sql sql)
{
    public PageVisit? Find(string address) => sql.Rows(
        "SELECT etag, last_modified, listed FROM page WHERE address = @p1",
        r => new PageVisit(address, r.IsDBNull(0) ? null : r.GetString(0), r.IsDBNull(1) ? null : r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2)), address).FirstOrDefault();

    /// <summary>Notes a page inside the open transaction, which also stores its articles.</summary>
    public void Note(PageVisit page) => sql.Run(
        """
        INSERT INTO page (address, etag, last_modified, listed) VALUES (@p1, @p2, @p3, @p4)
        ON CONFLICT (address) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified, listed = excluded.listed
        """,
        StoredText.Clean(page.Address), StoredText.Clean(page.ETag), StoredText.Clean(page.LastModified), StoredText.Clean(page.Listed));
}
