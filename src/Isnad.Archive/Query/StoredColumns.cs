using System.Data.Common;

namespace Isnad.Archive.Query;

/// <summary>Reads what recurs in many results from the columns where it stands.</summary>
internal static class StoredColumns
{
    public static string? TextOrNull(this DbDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    public static long? LongOrNull(this DbDataReader r, int at) => r.IsDBNull(at) ? null : r.GetInt64(at);

    public static double? DoubleOrNull(this DbDataReader r, int at) => r.IsDBNull(at) ? null : r.GetDouble(at);

    /// <summary>name, name_en, type, country, sector, known.</summary>
    public static StoredParty Party(this DbDataReader r, int at) =>
        new(r.GetString(at), r.TextOrNull(at + 1), r.GetString(at + 2), r.TextOrNull(at + 3), r.TextOrNull(at + 4), r.TextOrNull(at + 5));

    /// <summary>name, country, kind, known, precision_of, latitude, longitude, radius_km; null where there is no name.</summary>
    public static StoredPlace? PlaceOrNull(this DbDataReader r, int at) => r.IsDBNull(at)
        ? null
        : new(r.GetString(at), r.TextOrNull(at + 1), r.TextOrNull(at + 2), r.TextOrNull(at + 3), r.TextOrNull(at + 4), r.DoubleOrNull(at + 5), r.DoubleOrNull(at + 6), r.DoubleOrNull(at + 7));

    /// <summary>key, name, outlet, published, url, title.</summary>
    public static StoredArticle Article(this DbDataReader r, int at) =>
        new(r.GetString(at), r.GetString(at + 1), r.TextOrNull(at + 2), r.TextOrNull(at + 3), r.TextOrNull(at + 4), r.GetString(at + 5));
}
