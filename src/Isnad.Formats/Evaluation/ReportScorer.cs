using System.Globalization;
using System.Text;

namespace Isnad.Formats.Evaluation;

/// <summary>Scores reports, their speakers and chains, and insertions.</summary>
internal static class ReportScorer
{
    // Words that many names share, so that they identify nobody.
    private static readonly HashSet<string> SharedWords =
        [.. "وكاله صحيفه قناه هييه وزاره مجلس المتحدث باسم الرييس رييس وزير".Split(' ')];

    public static void Score(ScoreTable table, GoldArticle gold, GoldArticle predicted)
    {
        var goldEntities = gold.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var predictedEntities = predicted.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var found = Scorer.Match(gold.Reports.Count, predicted.Reports.Count, (i, j) => Same(gold.Reports[i], predicted.Reports[j]), (i, j) => Overlap(gold.Reports[i], predicted.Reports[j]));
        table.Add("report", found.Count, gold.Reports.Count, predicted.Reports.Count);
        var chains = 0;
        foreach (var (i, j) in found)
        {
            var (a, b) = (gold.Reports[i], predicted.Reports[j]);
            var speaker = SameEntity(goldEntities, a.Speaker, predictedEntities, b.Speaker);
            var via = a.Via.Count == b.Via.Count && a.Via.Zip(b.Via).All(v => SameEntity(goldEntities, v.First, predictedEntities, v.Second));
            table.Count("speaker (acc)", speaker);
            table.Count("form (acc)", a.Form == b.Form);
            table.Count("stance (acc)", a.Stance == b.Stance);
            if (a.Via.Count > 0)
            {
                table.Count("via, where there is one (acc)", via);
            }

            chains += speaker && via ? 1 : 0;
        }

        table.Add("report chain", chains, gold.Reports.Count, predicted.Reports.Count);
        var goldInsertions = gold.Reports.SelectMany(r => r.Insertions).ToList();
        var predictedInsertions = predicted.Reports.SelectMany(r => r.Insertions).ToList();
        table.Add("insertion", Scorer.Match(goldInsertions.Count, predictedInsertions.Count, (i, j) => goldInsertions[i].Overlap(predictedInsertions[j]) > 0, (_, _) => 0).Count,
            goldInsertions.Count, predictedInsertions.Count);
    }

    private static bool Same(GoldReport gold, GoldReport predicted)
    {
        var overlap = Overlap(gold, predicted);
        return overlap > 0 && ((overlap / Size(gold) >= 0.5 && overlap / Size(predicted) >= 0.5) || (gold.Cue is { } a && predicted.Cue is { } b && a.Overlap(b) > 0));
    }

    private static double Overlap(GoldReport gold, GoldReport predicted) => gold.Content.Sum(a => predicted.Content.Sum(a.Overlap));

    private static double Size(GoldReport report) => report.Content.Sum(c => c.End - c.Start) is var size and > 0 ? size : 1;

    /// <summary>Two entities are the same if their mentions overlap or their names share a word, and no country speaks against it.</summary>
    private static bool SameEntity(Dictionary<string, GoldEntity> gold, string? goldId, Dictionary<string, GoldEntity> predicted, string? predictedId)
    {
        var a = goldId is null ? null : gold.GetValueOrDefault(goldId);
        var b = predictedId is null ? null : predicted.GetValueOrDefault(predictedId);
        if (a is null || b is null)
        {
            return a is null && b is null;
        }

        if (!string.IsNullOrEmpty(a.Country) && !string.IsNullOrEmpty(b.Country) && a.Country != b.Country)
        {
            return false;
        }

        return a.Mentions.Any(x => b.Mentions.Any(y => x.Overlap(y) > 0)) || Words(a.Name).Overlaps(Words(b.Name));
    }

    private static HashSet<string> Words(string? name)
    {
        var folded = new StringBuilder();
        foreach (var rune in (name ?? "").EnumerateRunes())
        {
            folded.Append(rune.Value switch
            {
                (>= 0x64B and <= 0x652) or 0x640 or 0x200E or 0x200F => "",
                'إ' or 'أ' or 'آ' or 'ٱ' => "ا",
                'ى' or 'ئ' => "ي",
                'ة' => "ه",
                'ؤ' => "و",
                _ => rune.Value == '_' || IsWordCharacter(Rune.GetUnicodeCategory(rune)) ? rune.ToString() : " ",
            });
        }

        return [.. folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !SharedWords.Contains(w))];
    }

    // Letters and numbers of every kind: all categories that come before the marks, and the three of numbers.
    private static bool IsWordCharacter(UnicodeCategory category) =>
        category <= UnicodeCategory.OtherLetter || category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
