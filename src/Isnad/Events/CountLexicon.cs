using System.Globalization;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>What a word counts.</summary>
/// <param name="What">dead, injured, arrested, displaced or participants.</param>
/// <param name="IsPerson">It names the counted («قتيل»), not the act («مقتل»), so that it may stand after its number.</param>
/// <param name="Types">Event types that such a count belongs to.</param>
internal sealed record CountWord(string What, bool IsPerson, IReadOnlyList<string> Types)
{
    public bool Fits(string type) => Types.Count == 0 || Types.Contains(type, StringComparer.Ordinal);
}

/// <summary>Words of counting, from <c>count-word</c>, <c>amount</c>, <c>multiplier</c> and <c>bound</c> records.</summary>
internal sealed class CountLexicon
{
    private readonly Dictionary<string, CountWord> what = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> bounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> multipliers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Min, int Max)> amounts = new(StringComparer.Ordinal);

    private CountLexicon(KnowledgeBase knowledge)
    {
        foreach (var record in knowledge.OfKind("count-word"))
        {
            var word = new CountWord(record["counts"] ?? "dead", record.Is("person"), record.Values("types"));
            Add(record, what, word);
        }

        foreach (var record in knowledge.OfKind("bound"))
        {
            Add(record, bounds, record["side"] ?? "least");
        }

        foreach (var record in knowledge.OfKind("multiplier"))
        {
            Add(record, multipliers, Number(record["times"]) ?? 1);
        }

        foreach (var record in knowledge.OfKind("amount"))
        {
            if (Number(record["min"]) is { } min)
            {
                Add(record, amounts, (min, Number(record["max"]) ?? min));
            }
        }
    }

    public static CountLexicon Of(KnowledgeBase knowledge) => knowledge.Table(k => new CountLexicon(k));

    public CountWord? WhatOf(Token token) => Find(token, what, out var found) ? found : null;

    public string? BoundOf(Token token) => Find(token, bounds, out var found) ? found : null;

    public int? MultiplierOf(Token token) => Find(token, multipliers, out var found) ? found : null;

    public (int Min, int Max)? AmountOf(Token token) => Find(token, amounts, out var found) ? found : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Add<T>(KnowledgeRecord record, Dictionary<string, T> table, T value)
    {
        foreach (var form in record.Values("also").Prepend(record.Headword))
        {
            table[ArabicFolding.Fold(form)] = value;
        }
    }

    private static bool Find<T>(Token token, Dictionary<string, T> table, out T? value)
    {
        foreach (var cut in token.Shape.Segmentations)
        {
            if (cut.Enclitic.Length == 0 && table.TryGetValue(cut.Stem, out value))
            {
                return true;
            }
        }

        value = default;
        return false;
    }
}
