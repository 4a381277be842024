namespace Isnad.Formats.Evaluation;

/// <summary>Scores event mentions, distinct events and their attributes.</summary>
internal static class EventScorer
{
    public static void Score(ScoreTable table, GoldArticle gold, GoldArticle predicted)
    {
        var sentences = Sentences(gold.Text);
        int Sentence(GoldSpan span) => sentences.FindIndex(s => s.Start <= span.Start && span.Start < s.End);

        var goldMentions = gold.Events.SelectMany((e, i) => Mentions(e).Select(m => (Event: i, Span: m, Sentence: Sentence(m)))).ToList();
        var predictedMentions = predicted.Events.SelectMany((e, i) => Mentions(e).Select(m => (Event: i, Span: m, Sentence: Sentence(m)))).ToList();
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

    private static IEnumerable<GoldSpan> Mentions(GoldEvent e) => e.Mentions.Count > 0 ? e.Mentions : e.Trigger is { } trigger ? [trigger] : [];

    /// <summary>
    /// Sentences as the reference counts them: cut after line ends, and after white space that follows a full stop or question
    /// mark. It counts characters outside the basic plane once where spans count them twice, and so does this.
    /// </summary>
    private static List<(int Start, int End)> Sentences(string text)
    {
        var cuts = new List<int> { 0 };
        var (before, at, length) = (-1, 0, 0);
        var runes = text.EnumerateRunes().Select(r => r.Value).ToArray();
        while (at < runes.Length)
        {
            length = runes[at] == '\n' ? Run(runes, at, c => c == '\n') : before is '.' or '!' or '؟' or '?' ? Run(runes, at, IsSpace) : 0;
            at += Math.Max(length, 1);
            before = runes[at - 1];
            if (length > 0)
            {
                cuts.Add(at);
            }
        }

        cuts.Add(runes.Length);
        return [.. cuts.Zip(cuts.Skip(1)).Where(c => c.Second > c.First)];
    }

    private static int Run(int[] runes, int at, Func<int, bool> belongs)
    {
        var end = at;
        while (end < runes.Length && belongs(runes[end]))
        {
            end++;
        }

        return end - at;
    }

    private static bool IsSpace(int c) => c is >= 0x1C and <= 0x1F || (c <= char.MaxValue && char.IsWhiteSpace((char)c));
}
