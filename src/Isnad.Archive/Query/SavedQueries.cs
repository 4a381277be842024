using System.Globalization;
using Isnad.Archive.Store;

namespace Isnad.Archive.Query;

/// <summary>A query that is kept in the archive under a name.</summary>
/// <param name="SavedAt">When, in UTC (ISO 8601).</param>
public sealed record SavedQuery(string Name, string Query, string SavedAt);

/// <summary>The queries that an archive keeps.</summary>
public sealed class SavedQueries(NewsArchive archive)
{
    private const int LongestName = 100;

    /// <summary>Every saved query by name.</summary>
    public IReadOnlyList<SavedQuery> All() => Read("TRUE ORDER BY name");

    /// <summary>The query with a name; null where there is none.</summary>
    public SavedQuery? Find(string name) => Read("name = @p1", name).FirstOrDefault();

    /// <summary>Saves a query; one of the same name is replaced.</summary>
    /// <exception cref="ArgumentException">The name is empty or longer than a hundred letters.</exception>
    public void Save(string name, EventQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
        {
            throw new ArgumentException($"the name of a saved query has 1 to {LongestName} letters", nameof(name));
        }

        archive.Write(() => archive.Sql.Run(
            "INSERT INTO saved_query (name, query, saved_at) VALUES (@p1, @p2, @p3) ON CONFLICT (name) DO UPDATE SET query = excluded.query, saved_at = excluded.saved_at",
            StoredText.Clean(name), StoredText.Clean(query.ToString()), DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)));
    }

    /// <summary>Forgets a saved query; false where there is none of the name.</summary>
    public bool Delete(string name)
    {
        var deleted = 0;
        archive.Write(() => deleted = archive.Sql.Run("DELETE FROM saved_query WHERE name = @p1", name));
        return deleted > 0;
    }

    private List<SavedQuery> Read(string condition, params ReadOnlySpan<object?> values) =>
        archive.Sql.Rows($"SELECT name, query, saved_at FROM saved_query WHERE {condition}", r => new SavedQuery(r.GetString(0), r.GetString(1), r.GetString(2)), values);
}
