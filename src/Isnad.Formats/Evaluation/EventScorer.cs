namespace Isnad.Formats.Evaluation;

/// <summary>Scores event mentions, distinct events and their attributes.</summary>
internal static class EventScorer
{
    public static void Score(ScoreTable table, GoldArticle gold, GoldArticle predicted)
    {
        var sentences = Sentences(gold.Text);
        int Sentence(GoldSpan span) => sentences.FindIndex(s => s.Start <= span.Start && span.Start < s.End);

        var goldMentions = gold.Events.SelectMany((e, i) => e.Mentions.Select(m => (Event: i, Span: m, Sentence: Sentence(m)))).ToList();
        var predictedMentions = predicted.Events.SelectMany((e, i) => e.Mentions.Select(m => (Event: i, Span: m, Sentence: Sentence(m)))).ToList();
        var mentions = Scorer.Match(goldMentions.Count, predictedMentions.Count,
            (i, j) => gold.Events[goldMentions[i].Event].Type == predicted.Events[predictedMentions[j].Event].Type
                && (goldMentions[i].Span.Overlap(predictedMentions[j].Span) > 0 || goldMentions[i].Sentence == predictedMentions[j].Sentence),
            (i, j) => (goldMentions[i].Span.Overlap(predictedMentions[j].Span) > 0 ? 1000 : 0) - Math.Abs(goldMentions[i].Span.Start - predictedMentions[j].Span.Start));
        table.Add("event mention", mentions.Count, goldMentions.Count, predictedMentions.Count);
        foreach (var type in goldMentions.Select(m => gold.Events[m.Event].Type).Concat(predictedMentions.Select(m => predicted.Events[m.Event].Type)).Distinct().Order(StringComparer.Ordinal))
        {
            table.Add("  " + type, mentions.Count(m => gold.Events[goldMentions[m.Gold].Event].Type == type),
                goldMentions.Count(m => gold.Events[m.Event].Type == type), predictedMentions.Count(m => predicted.Events[m.Event].Type == type));
        }

        var links = mentions.GroupBy(m => (goldMentions[m.Gold].Event, predictedMentions[m.Predicted].Event)).ToDictionary(g => g.Key, g => g.Count());
        var pairs = Scorer.Match(gold.Events.Count, predicted.Events.Count, (i, j) => links.ContainsKey((i, j)), (i, j) => links[(i, j)]);
        table.Add("event", pairs.Count, gold.Events.Count, predicted.Events.Count);
        var goldEntities = gold.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var predictedEntities = predicted.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var records = 0;
        foreach (var (i, j) in pairs)
        {
            var (a, b) = (gold.Events[i], predicted.Events[j]);
            var sameParts = true;
            foreach (var (name, known, found) in new[] { ("actors", a.Actors, b.Actors), ("recipients", a.Recipients, b.Recipients) })
            {
                var (x, y) = (Pairs(goldEntities, known), Pairs(predictedEntities, found));
                table.Add($"{name} country+sector", x.Intersect(y).Count(), x.Count, y.Count);
                var (c, d) = (Countries(goldEntities, known), Countries(predictedEntities, found));
                table.Add($"{name} country", c.Intersect(d).Count(), c.Count, d.Count);
                sameParts &= c.SetEquals(d);
            }

            table.Count("status (acc)", a.Status == b.Status);
            if (!string.IsNullOrEmpty(a.Date))
            {
                table.Count("date (acc)", a.Date == b.Date);
            }

            if (!string.IsNullOrEmpty(a.Mode))
            {
                table.Count("mode (acc)", a.Mode == b.Mode);
            }

            records += a.Status == b.Status && sameParts ? 1 : 0;
        }

        table.Add("event record", records, gold.Events.Count, predicted.Events.Count);
    }

    private static HashSet<(string?, string?)> Pairs(Dictionary<string, GoldEntity> entities, List<string> ids) =>
        [.. ids.Where(entities.ContainsKey).Select(id => (entities[id].Country, entities[id].Sector))];

    private static HashSet<string> Countries(Dictionary<string, GoldEntity> entities, List<string> ids) =>
        [.. ids.Where(entities.ContainsKey).Select(id => entities[id].Country).Where(c => !string.IsNullOrEmpty(c)).Select(c => c!)];

    /// <summary>Sentences as the scorer counts them: cut at line ends, and at white space after a full stop or question mark.</summary>
    private static List<(int Start, int End)> Sentences(string text)
    {
        var cuts = new List<int> { 0 };
        var at = 0;
        while (at < text.Length)
        {
            var end = at;
            if (text[at] == '\n')
            {
                while (end < text.Length && text[end] == '\n')
                {
                    end++;
                }
            }
            else if (IsSpace(text[at]) && at > 0 && text[at - 1] is '.' or '!' or '؟' or '?')
            {
                while (end < text.Length && IsSpace(text[end]))
                {
                    end++;
                }
            }

            if (end > at)
            {
                cuts.Add(end);
                at = end;
            }
            else
            {
                at++;
            }
        }

        cuts.Add(text.Length);
        return [.. cuts.Zip(cuts.Skip(1)).Where(c => c.Second > c.First)];
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\u001C' and <= '\u001F';
}
