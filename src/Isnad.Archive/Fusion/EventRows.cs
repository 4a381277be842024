using Isnad.Archive.Store;

namespace Isnad.Archive.Fusion;

/// <summary>Writes events and the sums over them, inside the caller's transaction.</summary>
internal sealed class EventRows(Sql sql, EventSums sums, OutletNames outlets)
{
    private readonly ProvenanceReader provenances = new(sql);

    /// <summary>Puts mentions into these groups, whatever events they were in before. No group may leave out a mention of such an event.</summary>
    public void Replace(List<List<MentionFeatures>> groups)
    {
        var old = groups.SelectMany(g => g).Select(m => sql.Value("SELECT event_id FROM mention WHERE id = @p1", m.Id)).OfType<long>().Distinct().ToList();
        foreach (var id in old)
        {
            sums.Remove(id);
        }

        foreach (var group in groups)
        {
            Add(group.ConvertAll(m => m.Id));
        }
    }

    private sealed record Row(long Id, string Key, string ArticleKey, string? Published, string Outlet, string? Mode, string Status, string? Date, string? Day, string? LastDay, long? Place, string PlaceName, bool Denies, bool Claim, Provenance Provenance);

    private void Add(List<long> mentions)
    {
        // The first report comes first: what it says wins where as many say something else.
        var rows = mentions.Select(Read).OrderBy(r => r.Published ?? "9", StringComparer.Ordinal).ThenBy(r => r.Key, StringComparer.Ordinal).ToList();
        var type = (string)sql.Value("SELECT type FROM mention WHERE id = @p1", rows[0].Id)!;
        var status = Most(rows.Select(r => r.Status).Where(s => rows.TrueForAll(r => r.Status == "negated") || s != "negated"))!;
        var date = Most(rows.Select(r => r.Date).Where(d => d is { Length: 10 })) ?? Most(rows.Select(r => r.Date));
        var day = date is null ? rows[0].Day : DayRange.Of(date) is { } range ? DayRange.Text(range.First) : rows[0].Day;
        var last = DayRange.Of(date) is { } days ? DayRange.Text(days.Last) : null;
        // A named place says more than its country.
        var place = Most(rows.Where(r => r.PlaceName.Length > 0).Select(r => r.Place?.ToString(System.Globalization.CultureInfo.InvariantCulture))) ?? Most(rows.Select(r => r.Place?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var denied = rows.Any(r => r.Denies || r.Status == "negated");
        // Who only denies the event is no origin of it.
        Func<Row, bool> asserting = rows.TrueForAll(r => r.Denies || r.Status == "negated") ? _ => true : r => !r.Denies && r.Status != "negated";
        var id = sql.Number(
            """
            INSERT INTO event (key, type, mode, status, date, day, last_day, place_id, mentions, articles, outlets, origins, denied, claim)
            VALUES (@p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14) RETURNING id
            """,
            rows[0].Key, type, Most(rows.Select(r => r.Mode)), status, date, day, last,
            place is null ? null : long.Parse(place, System.Globalization.CultureInfo.InvariantCulture),
            rows.Count, rows.Select(r => r.ArticleKey).Distinct().Count(), rows.Select(r => r.Outlet).Distinct().Count(), Origins.Count(rows.Where(asserting).Select(r => r.Provenance), outlets), denied ? 1 : 0, rows.TrueForAll(r => r.Claim) ? 1 : 0);
        foreach (var row in rows)
        {
            sql.Run("UPDATE mention SET event_id = @p1 WHERE id = @p2", id, row.Id);
        }

        sums.Add(id);
    }

    private Row Read(long mention)
    {
        var provenance = provenances.Of(mention);
        var denies = sql.Value("SELECT 1 FROM report_mention rm JOIN report r ON r.id = rm.report_id WHERE rm.mention_id = @p1 AND r.stance = 'denies'", mention) is not null;
        return sql.Rows(
            """
            SELECT m.key, a.key, a.published, a.outlet_folded, m.mode, m.status, m.date, m.day, m.last_day, m.place_id, COALESCE(pl.name, ''), m.claim
            FROM mention m JOIN article a ON a.id = m.article_id LEFT JOIN place pl ON pl.id = m.place_id WHERE m.id = @p1
            """,
            r =>
            {
                string? Text(int at) => r.IsDBNull(at) ? null : r.GetString(at);
                return new Row(
                    mention, r.GetString(0), r.GetString(1), Text(2), r.GetString(3), Text(4), r.GetString(5), Text(6), Text(7), Text(8),
                    r.IsDBNull(9) ? null : r.GetInt64(9), r.GetString(10), denies, r.GetInt64(11) != 0, provenance);
            }, mention)[0];
    }

    // What most say; of what as many say, what was said first.
    private static string? Most(IEnumerable<string?> values) => values.Where(v => v is not null).GroupBy(v => v, StringComparer.Ordinal).MaxBy(g => g.Count())?.Key;
}
