namespace Isnad.Formats.Evaluation;

/// <summary>
/// Scores readings against gold annotations. The figures are those of the project's reference scorer, to the last digit:
/// spans are paired greedily, best first, and counted over all articles.
/// </summary>
public static class Scorer
{
    public static ScoreTable Score(IReadOnlyDictionary<string, GoldArticle> gold, IReadOnlyDictionary<string, GoldArticle> predicted)
    {
        var table = new ScoreTable();
        foreach (var (id, article) in gold)
        {
            var reading = predicted.GetValueOrDefault(id) ?? new GoldArticle();
            Times(table, article.Times, reading.Times);
            EventScorer.Score(table, article, reading);
            ReportScorer.Score(table, article, reading);
            Framing(table, article.Framing, reading.Framing);
        }

        return table;
    }

    /// <summary>Greedy one-to-one pairing, best score first, ties in order.</summary>
    internal static List<(int Gold, int Predicted)> Match(int gold, int predicted, Func<int, int, bool> fits, Func<int, int, double> score)
    {
        var pairs = new List<(double Score, int Gold, int Predicted)>();
        for (var i = 0; i < gold; i++)
        {
            for (var j = 0; j < predicted; j++)
            {
                if (fits(i, j))
                {
                    pairs.Add((score(i, j), i, j));
                }
            }
        }

        pairs.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Gold != b.Gold ? a.Gold.CompareTo(b.Gold) : a.Predicted.CompareTo(b.Predicted));
        var (usedGold, usedPredicted) = (new bool[gold], new bool[predicted]);
        var matched = new List<(int, int)>();
        foreach (var (_, i, j) in pairs)
        {
            if (!usedGold[i] && !usedPredicted[j])
            {
                (usedGold[i], usedPredicted[j]) = (true, true);
                matched.Add((i, j));
            }
        }

        return matched;
    }

    private static void Times(ScoreTable table, List<GoldTime> gold, List<GoldTime> predicted)
    {
        var strict = Match(gold.Count, predicted.Count, (i, j) => gold[i].Span.Start == predicted[j].Span.Start && gold[i].Span.End == predicted[j].Span.End, (_, _) => 0);
        table.Add("times strict", strict.Count, gold.Count, predicted.Count);
        var relaxed = Match(gold.Count, predicted.Count, (i, j) => gold[i].Span.Overlap(predicted[j].Span) > 0, (i, j) =>
            gold[i].Span.Overlap(predicted[j].Span) - Math.Abs(gold[i].Span.Start - predicted[j].Span.Start) - Math.Abs(gold[i].Span.End - predicted[j].Span.End));
        table.Add("times relaxed", relaxed.Count, gold.Count, predicted.Count);
        table.Add("times value", relaxed.Count(m => gold[m.Gold].Value == predicted[m.Predicted].Value), gold.Count, predicted.Count);
    }

    private static void Framing(ScoreTable table, List<GoldFraming> gold, List<GoldFraming> predicted)
    {
        var found = Match(gold.Count, predicted.Count, (i, j) => gold[i].Span.Overlap(predicted[j].Span) > 0, (i, j) =>
            gold[i].Span.Overlap(predicted[j].Span) + (gold[i].Kind == predicted[j].Kind ? 100 : 0));
        table.Add("framing", found.Count, gold.Count, predicted.Count);
        table.Add("framing kind", found.Count(m => gold[m.Gold].Kind == predicted[m.Predicted].Kind), gold.Count, predicted.Count);
    }
}
