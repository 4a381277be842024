using System.Globalization;
using Isnad.Archive.Store;
using Isnad.Text;

namespace Isnad.Archive.Fusion;

/// <summary>Loads what fusion compares, a type and a day at a time, and keeps the days at hand.</summary>
internal sealed class FeatureReader(Sql sql)
{
    private const int MostKept = 100_000;
    private readonly Dictionary<(string Type, string Slot), List<MentionFeatures>> slots = [];
    private int kept;

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

    /// <summary>One mention.</summary>
    public MentionFeatures Mention(long id) => Read("m.id = @p1", id)[0];

    private List<MentionFeatures> Slot(string type, string slot)
    {
        if (!slots.TryGetValue((type, slot), out var mentions))
        {
            if (kept > MostKept)
            {
                slots.Clear();
                kept = 0;
            }

            mentions = slot.Length == 10
                ? Read("m.type = @p1 AND m.day = @p2 AND (m.date IS NULL OR LENGTH(m.date) = 10)", type, slot)
                : Read("m.type = @p1 AND m.day = @p2 AND m.date = @p3", type, DayRange.Text(DayRange.Of(slot)!.Value.First), slot);
            slots.Add((type, slot), mentions);
            kept += mentions.Count;
        }

        return mentions;
    }

    private List<MentionFeatures> Read(string condition, params ReadOnlySpan<object?> values)
    {
        var rows = sql.Rows(
            $"""
            SELECT m.id, m.key, m.article_id, m.type, m.mode, m.status, m.day, m.date, pl.folded, pl.country, pl.kind, pl.known, m.word, g.group_key, a.dateline, m.start_at
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
                    r.IsDBNull(8) ? null : new(r.GetString(8), Text(9), Text(10), Text(11), Stands(r.GetString(8), Text(14))), ArabicFolding.Fold(r.GetString(12)), (int)r.GetInt64(15), [], [], [], Text(13));
            },
            values);
        return rows.ConvertAll(m => m with
        {
            Actors = Parties(m.Id, "actor"),
            Targets = Parties(m.Id, "target"),
            Counts = sql.Rows("SELECT what, at_least, at_most FROM count_claim WHERE mention_id = @p1 ORDER BY rank", r => new CountFeatures(r.GetString(0), r.IsDBNull(1) ? null : r.GetInt64(1), r.IsDBNull(2) ? null : r.GetInt64(2)), m.Id),
        });
    }

    private static bool Stands(string folded, string? dateline) =>
        dateline is not null && folded.Length > 0 && ArabicFolding.Fold(dateline).Contains(folded, StringComparison.Ordinal);

    private List<PartyFeatures> Parties(long mention, string role) => sql.Rows(
        "SELECT p.folded, p.type, p.country, p.sector, p.known FROM participant x JOIN party p ON p.id = x.party_id WHERE x.mention_id = @p1 AND x.role = @p2 ORDER BY x.rank",
        r => new PartyFeatures(r.GetString(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3), r.IsDBNull(4) ? null : r.GetString(4)),
        mention, role);
}
