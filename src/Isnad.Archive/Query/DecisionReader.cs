using Isnad.Archive.Store;

namespace Isnad.Archive.Query;

/// <summary>Loads why mentions are one event, and why others that were like them are not.</summary>
internal sealed class DecisionReader(Sql sql)
{
    /// <summary>Decisions on the mentions of an event, the strongest first.</summary>
    public IReadOnlyList<StoredDecision> Of(StoredEvent e)
    {
        var mentions = new MentionReader(sql);
        var seen = new HashSet<(string, string)>();
        var rows = new List<(StoredMention Mine, string Other, double Score, bool Merged, string Reasons)>();
        foreach (var mine in e.Reports)
        {
            var found = sql.Rows(
                "SELECT first_key, second_key, score, merged, reasons FROM fusion_decision WHERE first_key = @p1 UNION SELECT first_key, second_key, score, merged, reasons FROM fusion_decision WHERE second_key = @p1",
                r => (First: r.GetString(0), Second: r.GetString(1), Score: r.GetDouble(2), Merged: r.GetInt64(3) != 0, Reasons: r.GetString(4)), mine.Key);
            rows.AddRange(found.Where(row => seen.Add((row.First, row.Second))).Select(row => (mine, row.First == mine.Key ? row.Second : row.First, row.Score, row.Merged, row.Reasons)));
        }

        var known = e.Reports.ToDictionary(m => m.Key, StringComparer.Ordinal);
        var decisions = new List<StoredDecision>();
        foreach (var row in rows)
        {
            if (known.TryGetValue(row.Other, out var other) || (other = mentions.Read("m.key = @p1", row.Other).FirstOrDefault()) is not null)
            {
                decisions.Add(new(row.Score, row.Merged, row.Reasons, row.Mine, other));
            }
        }

        return [.. decisions.OrderByDescending(d => d.Merged).ThenByDescending(d => d.Score).ThenBy(d => d.Mine.Key, StringComparer.Ordinal).ThenBy(d => d.Other.Key, StringComparer.Ordinal)];
    }
}
