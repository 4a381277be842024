using System.Globalization;
using System.Text;

namespace Isnad.Formats.Evaluation;

/// <summary>Figures of an evaluation, micro-averaged: true positives, gold and predicted items per line.</summary>
public sealed class ScoreTable
{
    private readonly List<string> order = [];
    private readonly Dictionary<string, (int Right, int Gold, int Predicted)> lines = new(StringComparer.Ordinal);

    /// <summary>Names of the lines, in the order in which they were first counted.</summary>
    public IReadOnlyList<string> Lines => order;

    public (int Right, int Gold, int Predicted) this[string line] => lines.GetValueOrDefault(line);

    internal void Add(string line, int right, int gold, int predicted)
    {
        if (!lines.TryGetValue(line, out var known))
        {
            order.Add(line);
        }

        lines[line] = (known.Right + right, known.Gold + gold, known.Predicted + predicted);
    }

    internal void Count(string line, bool right) => Add(line, right ? 1 : 0, 1, 1);

    /// <summary>Precision, recall and their harmonic mean; 0 where there is nothing to divide by.</summary>
    public (double Precision, double Recall, double F1) Figures(string line)
    {
        var (right, gold, predicted) = this[line];
        var precision = predicted > 0 ? (double)right / predicted : 0;
        var recall = gold > 0 ? (double)right / gold : 0;
        return (precision, recall, precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
    }

    /// <summary>A table of fixed columns: precision, recall, F1, gold, predicted.</summary>
    public string ToText(int goldArticles, int predictedArticles)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{goldArticles} gold articles, {predictedArticles} predicted");
        text.Append(CultureInfo.InvariantCulture, $"{"",34}{"P",7}{"R",7}{"F1",7}{"gold",7}{"pred",7}");
        foreach (var line in order)
        {
            var (p, r, f) = Figures(line);
            var (_, gold, predicted) = this[line];
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"{line,-34}{Round(p, 3),7}{Round(r, 3),7}{Round(f, 3),7}{gold,7}{predicted,7}");
        }

        return text.ToString();
    }

    /// <summary>One object; a member per line with p, r, f1, tp, gold, pred.</summary>
    public string ToJson()
    {
        var text = new StringBuilder("{");
        foreach (var line in order)
        {
            var (p, r, f) = Figures(line);
            var (right, gold, predicted) = this[line];
            text.Append(text.Length > 1 ? ", " : "").Append(CultureInfo.InvariantCulture,
                $"\"{line.Trim()}\": {{\"p\": {Short(p)}, \"r\": {Short(r)}, \"f1\": {Short(f)}, \"tp\": {right}, \"gold\": {gold}, \"pred\": {predicted}}}");
        }

        return text.Append('}').ToString();
    }

    // Rounds the exact binary value, ties to even, as Python's format does.
    private static string Round(double value, int digits) =>
        decimal.Round(decimal.Parse(value.ToString("F28", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), digits, MidpointRounding.ToEven).ToString($"F{digits}", CultureInfo.InvariantCulture);

    private static string Short(double value)
    {
        var text = Round(value, 4).TrimEnd('0');
        return text.EndsWith('.') ? text + "0" : text;
    }
}
