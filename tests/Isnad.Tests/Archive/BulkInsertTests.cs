using System.Data.Common;
using Isnad.Archive.Store;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>Many rows that are added at once are what was given, on both databases.</summary>
public sealed class BulkInsertTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    public static TheoryData<string> Both => ["sqlite", "postgres"];

    [Theory]
    [MemberData(nameof(Both))]
    public void Rows_are_what_was_given(string store)
    {
        using var folder = new ArchiveFolder();
        using var archive = Open(store, folder);
        // The same object as in the row before, nothing after something and something after nothing, a text without a letter.
        const string Name = "إدلب";
        archive.Write(() => archive.Sql.Insert(Places([1L, Name, "SYR", 35.9, "a"], [2L, Name, null, null, "b"], [3L, "", "LBN", -1.5, "c"])));
        Assert.Equal(
            [(1, Name, "SYR", 35.9, "a"), (2, Name, null, null, "b"), (3, "", "LBN", -1.5, "c")],
            archive.Sql.Rows(
                "SELECT id, name, country, latitude, identity FROM place ORDER BY id",
                r => (r.GetInt64(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2), r.IsDBNull(3) ? (double?)null : r.GetDouble(3), r.GetString(4))));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_row_that_is_refused_undoes_the_others(string store)
    {
        using var folder = new ArchiveFolder();
        using var archive = Open(store, folder);
        Assert.ThrowsAny<DbException>(() => archive.Write(() => archive.Sql.Insert(Places([1L, "", null, null, "a"], [2L, "", null, null, "a"]))));
        Assert.Equal(0, archive.Sql.Number("SELECT COUNT(*) FROM place"));
        archive.Write(() => archive.Sql.Insert(Places([1L, "", null, null, "a"])));
        Assert.Equal(1, archive.Sql.Number("SELECT COUNT(*) FROM place"));
    }

    private static TableRows Places(params object?[][] rows) => new("place", ["id", "name", "country", "latitude", "identity", "folded"], rows.Select(row => (object?[])[.. row, ""]));

    private NewsArchive Open(string store, ArchiveFolder folder)
    {
        if (store == "postgres")
        {
            server.SkipWhereMissing();
        }

        return NewsArchive.Open(store == "postgres" ? server.NewDatabase() : folder.Location);
    }
}
