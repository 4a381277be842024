using System.Globalization;
using Isnad.Archive.Store;
using Isnad.Text;

namespace Isnad.Archive.Fusion;

/// <summary>Loads what fusion compares, a type and a day at a time, and keeps the days at hand.</summary>
internal sealed class FeatureReader(Sql sql)
{
    // What a person has rejected is part of no event.
    private const string NotRejected = "COALESCE(m.verdict, '') <> 'rejected'";
    private const int MostKept = 100_000;
    private readonly Dictionary<(string Type, string Slot), List<MentionFeatures>> slots = [];
    private int kept;
    private (long Article, long Mention) newest;

    /// <summary>
    /// Lets go of what was read before another process added articles: a mention that one batch sees and the next does not would be
    /// moved to and fro between two events. To be called at the start of a transaction.
    /// </summary>
    public void Refresh()
    {
        var now = (sql.Number("SELECT COALESCE(MAX(id), 0) FROM article"), sql.Number("SELECT COALESCE(MAX(id), 0) FROM mention"));
        if (now != newest)
        {
            Forget();
            newest = now;
        }
    }

    /// <summary>Mentions that may be the same event as this one, itself left out.</summary>
    public IEnumerable<MentionFeatures> Near(MentionFeatures mention)
    {
        if (mention.Coarse is { } coarse)
        {
            return Slot(mention.Type, coarse).Where(m => m.Id != mention.Id);
        }

        return mention.Day is not { } day
            ? []
            : Enumerable.Range(-FusionWindow.Days, (2 * FusionWindow.Days) + 1)
                .SelectMany(offset => Slot(mention.Type, DayRange.Text(DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + offset, 0, DateOnly.MaxValue.DayNumber)))))
                .Where(m => m.Id != mention.Id);
    }

    /// <summary>The mention with a key; null where there is none, or a person has rejected it.</summary>
    public MentionFeatures? Find(string key) => Read($"m.key = @p1 AND {NotRejected}", key).FirstOrDefault();

    /// <summary>One mention.</summary>
    public MentionFeatures Mention(long id) => Read("m.id = @p1", id)[0];

    private void Forget()
    {
        slots.Clear();
        kept = 0;
    }

    private List<MentionFeatures> Slot(string type, string slot)
    {
        if (!slots.TryGetValue((type, slot), out var mentions))
        {
            if (kept > MostKept)
            {
                Forget();
            }

            mentions = slot.Length == 10
                ? Read($"m.type = @p1 AND m.day = @p2 AND (m.date IS NULL OR LENGTH(m.date) = 10) AND {NotRejected}", type, slot)
                : Read($"m.type = @p1 AND m.day = @p2 AND m.date = @p3 AND {NotRejected}", type, DayRange.Text(DayRange.Of(slot)!.Value.First), slot);
            slots.Add((type, slot), mentions);
            kept += mentions.Count;
        }

        return mentions;
    }

    private List<MentionFeatures> Read(string condition, params ReadOnlySpan<object?> values)
    {
        var parties = sql.Rows(
            $"""
            SELECT x.mention_id, x.role, p.folded, p.type, p.country, p.sector, p.known FROM mention m JOIN participant x ON x.mention_id = m.id JOIN party p ON p.id = x.party_id
            WHERE {condition} ORDER BY x.mention_id, x.role, x.rank
            """,
            r => ((r.GetInt64(0), r.GetString(1)), new PartyFeatures(r.GetString(2), r.GetString(3), r.IsDBNull(4) ? null : r.GetString(4), r.IsDBNull(5) ? null : r.GetString(5), r.IsDBNull(6) ? null : r.GetString(6))),
            values).ToLookup(x => x.Item1, x => x.Item2);
        var counts = sql.Rows(
            $"SELECT c.mention_id, c.what, c.at_least, c.at_most FROM mention m JOIN count_claim c ON c.mention_id = m.id WHERE {condition} ORDER BY c.mention_id, c.rank",
            r => (r.GetInt64(0), new CountFeatures(r.GetString(1), r.IsDBNull(2) ? null : r.GetInt64(2), r.IsDBNull(3) ? null : r.GetInt64(3))), values).ToLookup(x => x.Item1, x => x.Item2);
        return sql.Rows(
            $"""
            SELECT m.id, m.key, m.article_id, m.type, m.mode, m.status, m.day, m.date, pl.folded, pl.country, pl.kind, pl.known, m.word, g.group_key, a.dateline, m.start_at, m.end_at,
                SUBSTR(a.text, CASE WHEN m.start_at > {SentenceWords.Reach} THEN m.start_at - {SentenceWords.Reach} + 1 ELSE 1 END, {2 * SentenceWords.Reach} + m.end_at - m.start_at)
            FROM mention m JOIN article a ON a.id = m.article_id LEFT JOIN place pl ON pl.id = m.place_id LEFT JOIN copy_group g ON g.article_id = m.article_id
            WHERE {condition} ORDER BY m.key
            """,
            r =>
            {
                string? Text(int at) => r.IsDBNull(at) ? null : r.GetString(at);
                var (day, date) = (Text(6), Text(7));
                return new MentionFeatures(
                    r.GetInt64(0), r.GetString(1), r.GetInt64(2), r.GetString(3), Text(4), r.GetString(5),
                    day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), date is { Length: 10 }, date is { Length: < 10 } ? date : null,
                    r.IsDBNull(8) ? null : new(r.GetString(8), Text(9), Text(10), Text(11), Stands(r.GetString(8), Text(14))), ArabicFolding.Fold(r.GetString(12)), (int)r.GetInt64(15),
                    [.. parties[(r.GetInt64(0), "actor")]], [.. parties[(r.GetInt64(0), "target")]], [.. counts[r.GetInt64(0)]], Text(13),
                    SentenceWords.Around(r.GetString(17), Math.Min((int)r.GetInt64(15), SentenceWords.Reach), (int)(r.GetInt64(16) - r.GetInt64(15))));
            },
            values);
    }

    private static bool Stands(string folded, string? dateline) =>
        dateline is not null && folded.Length > 0 && ArabicFolding.Fold(dateline).Contains(folded, StringComparison.Ordinal);
}
