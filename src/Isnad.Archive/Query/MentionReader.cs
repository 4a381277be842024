using System.Data.Common;
using Isnad.Archive.Store;

namespace Isnad.Archive.Query;

/// <summary>Loads mentions with everything that belongs to them, in a few questions for all of them together.</summary>
internal sealed class MentionReader(Sql sql)
{
    private const int MostAtOnce = 1000;
    private const string Party = "p.name, p.name_en, p.type, p.country, p.sector, p.known";

    private const string Columns =
        """
        SELECT m.id, m.key, m.type, m.mode, m.status, m.date, m.day, m.word, m.start_at, m.end_at, m.confidence,
               pl.name, pl.country, pl.kind, pl.known, pl.precision_of, pl.latitude, pl.longitude, pl.radius_km,
               a.key, a.name, a.outlet, a.published, a.url, a.title, m.event_id, m.claim, m.verdict
        FROM
        """;

    /// <summary>Mentions for which a condition on <see cref="QuerySql.Tables"/> holds.</summary>
    /// <param name="condition">SQL after WHERE, with its order and limit.</param>
    public List<StoredMention> Read(string condition, params ReadOnlySpan<object?> values) =>
        [.. sql.Rows($"{Columns} {QuerySql.Tables} WHERE {condition}", Bare, values).Chunk(MostAtOnce).SelectMany(Fill)];

    private IEnumerable<StoredMention> Fill(StoredMention[] mentions)
    {
        var ids = Ids(mentions.Select(m => m.Id));
        var parties = sql.Rows(
            $"SELECT x.mention_id, x.role, {Party} FROM participant x JOIN party p ON p.id = x.party_id WHERE x.mention_id IN ({sql.Dialect.Ids("@p1")}) ORDER BY x.mention_id, x.role, x.rank",
            r => (Of: (r.GetInt64(0), r.GetString(1)), Party: r.Party(2)), ids).ToLookup(x => x.Of, x => x.Party);
        var counts = sql.Rows(
            $"SELECT mention_id, what, at_least, at_most FROM count_claim WHERE mention_id IN ({sql.Dialect.Ids("@p1")}) ORDER BY mention_id, rank",
            r => (Of: r.GetInt64(0), Count: new StoredCount(r.GetString(1), r.LongOrNull(2), r.LongOrNull(3))), ids).ToLookup(x => x.Of, x => x.Count);
        var reports = Reports(ids);
        return mentions.Select(m => m with
        {
            Actors = [.. parties[(m.Id, "actor")]],
            Targets = [.. parties[(m.Id, "target")]],
            Counts = [.. counts[m.Id]],
            Reports = [.. reports[m.Id]],
        });
    }

    private ILookup<long, StoredReport> Reports(string mentions)
    {
        var reports = sql.Rows(
            $"SELECT rm.mention_id, r.id, r.stance, r.form, r.cue, r.content FROM report_mention rm JOIN report r ON r.id = rm.report_id WHERE rm.mention_id IN ({sql.Dialect.Ids("@p1")}) ORDER BY rm.mention_id, r.ordinal",
            r => (Mention: r.GetInt64(0), Id: r.GetInt64(1), Stance: r.GetString(2), Form: r.GetString(3), Cue: r.TextOrNull(4), Content: r.TextOrNull(5)), mentions);
        var chains = sql.Rows(
            $"SELECT x.report_id, x.rank, {Party} FROM report_party x JOIN party p ON p.id = x.party_id WHERE x.report_id IN ({sql.Dialect.Ids("@p1")}) ORDER BY x.report_id, x.rank",
            r => (Report: r.GetInt64(0), Rank: r.GetInt64(1), Party: r.Party(2)), Ids(reports.Select(r => r.Id).Distinct())).ToLookup(x => x.Report);
        return reports.ToLookup(r => r.Mention, r => new StoredReport(
            chains[r.Id].FirstOrDefault(c => c.Rank == 0).Party, [.. chains[r.Id].Where(c => c.Rank > 0).Select(c => c.Party)], r.Stance, r.Form, r.Cue)
        { Content = r.Content });
    }

    /// <summary>Row numbers as the databases take them.</summary>
    internal static string Ids(IEnumerable<long> ids) => $"[{string.Join(',', ids)}]";

    private static StoredMention Bare(DbDataReader r) => new(
        r.GetString(1), r.GetString(2), r.TextOrNull(3), r.GetString(4), r.GetInt64(26) != 0, r.TextOrNull(5), r.TextOrNull(6), r.GetString(7), (int)r.GetInt64(8), (int)r.GetInt64(9), r.GetDouble(10),
        r.PlaceOrNull(11), r.Article(19), [], [], [], [])
    { Id = r.GetInt64(0), EventId = r.LongOrNull(25), Verdict = r.TextOrNull(27) };
}
