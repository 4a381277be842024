using System.Data.Common;
using Isnad.Archive.Store;

namespace Isnad.Archive.Query;

/// <summary>Loads mentions with everything that belongs to them.</summary>
internal sealed class MentionReader(Sql sql)
{
    private const string Columns =
        """
        SELECT m.id, m.key, m.type, m.mode, m.status, m.date, m.day, m.word, m.start_at, m.end_at, m.confidence,
               pl.name, pl.country, pl.kind, pl.known, a.key, a.name, a.outlet, a.published, a.url, a.title,
               pl.precision_of, pl.latitude, pl.longitude, pl.radius_km, m.claim
        FROM
        """;

    /// <summary>Mentions for which a condition on <see cref="QuerySql.Tables"/> holds.</summary>
    /// <param name="condition">SQL after WHERE, with its order and limit.</param>
    public List<StoredMention> Read(string condition, params ReadOnlySpan<object?> values)
    {
        var bare = sql.Rows($"{Columns} {QuerySql.Tables} WHERE {condition}", Bare, values);
        return bare.ConvertAll(Fill);
    }

    private StoredMention Fill(StoredMention m) => m with
    {
        Actors = Participants(m.Id, "actor"),
        Targets = Participants(m.Id, "target"),
        Counts = sql.Rows("SELECT what, at_least, at_most FROM count_claim WHERE mention_id = @p1 ORDER BY rank", r => new StoredCount(r.GetString(0), Long(r, 1), Long(r, 2)), m.Id),
        Reports = Reports(m.Id),
    };

    private List<StoredParty> Participants(long mention, string role) => sql.Rows(
        "SELECT p.name, p.name_en, p.type, p.country, p.sector, p.known FROM participant x JOIN party p ON p.id = x.party_id WHERE x.mention_id = @p1 AND x.role = @p2 ORDER BY x.rank",
        r => Party(r, 0), mention, role);

    private List<StoredReport> Reports(long mention)
    {
        var reports = sql.Rows(
            "SELECT r.id, r.stance, r.form, r.cue FROM report_mention rm JOIN report r ON r.id = rm.report_id WHERE rm.mention_id = @p1 ORDER BY r.ordinal",
            r => (Id: r.GetInt64(0), Stance: r.GetString(1), Form: r.GetString(2), Cue: Text(r, 3)), mention);
        return reports.ConvertAll(report =>
        {
            var chain = sql.Rows(
                "SELECT x.rank, p.name, p.name_en, p.type, p.country, p.sector, p.known FROM report_party x JOIN party p ON p.id = x.party_id WHERE x.report_id = @p1 ORDER BY x.rank",
                r => (Rank: r.GetInt64(0), Party: Party(r, 1)), report.Id);
            return new StoredReport(chain.FirstOrDefault(c => c.Rank == 0).Party, [.. chain.Where(c => c.Rank > 0).Select(c => c.Party)], report.Stance, report.Form, report.Cue);
        });
    }

    private static StoredMention Bare(DbDataReader r) => new(
        r.GetString(1), r.GetString(2), Text(r, 3), r.GetString(4), r.GetInt64(25) != 0, Text(r, 5), Text(r, 6), r.GetString(7), (int)r.GetInt64(8), (int)r.GetInt64(9), r.GetDouble(10),
        r.IsDBNull(11) ? null : new(r.GetString(11), Text(r, 12), Text(r, 13), Text(r, 14), Text(r, 21), Double(r, 22), Double(r, 23), Double(r, 24)),
        new(r.GetString(15), r.GetString(16), Text(r, 17), Text(r, 18), Text(r, 19), r.GetString(20)), [], [], [], [])
    { Id = r.GetInt64(0) };

    private static StoredParty Party(DbDataReader r, int at) => new(r.GetString(at), Text(r, at + 1), r.GetString(at + 2), Text(r, at + 3), Text(r, at + 4), Text(r, at + 5));

    private static string? Text(DbDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    private static double? Double(DbDataReader r, int at) => r.IsDBNull(at) ? null : r.GetDouble(at);

    private static long? Long(DbDataReader r, int at) => r.IsDBNull(at) ? null : r.GetInt64(at);
}
