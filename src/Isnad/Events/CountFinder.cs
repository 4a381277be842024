using System.Globalization;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>Counts of dead, injured, arrested, displaced and participants near a trigger, as intervals.</summary>
internal sealed class CountFinder(NewsDocument document, KnowledgeBase knowledge)
{
    private const int Reach = 10;
    private readonly CountLexicon lexicon = knowledge.Table(k => new CountLexicon(k));

    public IReadOnlyList<CountReading> Near(Trigger trigger)
    {
        var what = lexicon.WhatOf(document.Tokens[trigger.FirstToken]);
        var counts = new List<CountReading>();
        var sentence = document.Sentences[document.Tokens[trigger.FirstToken].Sentence];
        var last = Math.Min(sentence.EndToken, trigger.EndToken + Reach);
        for (var token = trigger.EndToken; token < last; token++)
        {
            what = lexicon.WhatOf(document.Tokens[token]) ?? what;
            if (what is null || Amount(token) is not { } amount)
            {
                continue;
            }

            // «إصابة 20 آخرين»، «20 جريحاً»: the word after the number says what, else the word before.
            var counted = token + 1 < last ? lexicon.WhatOf(document.Tokens[token + 1]) ?? what : what;
            if (counts.All(c => c.What != counted))
            {
                counts.Add(new(counted, amount.Min, amount.Max));
            }
        }

        return counts;
    }

    private (int? Min, int? Max)? Amount(int token)
    {
        var current = document.Tokens[token];
        int min, max;
        if (current.Kind == TokenKind.Number && int.TryParse(current.Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            (min, max) = (number, number);
        }
        else if (lexicon.AmountOf(current) is { } written)
        {
            (min, max) = written;
        }
        else
        {
            return null;
        }

        for (var before = token - 1; before >= Math.Max(0, token - 4); before--)
        {
            if (lexicon.BoundOf(document.Tokens[before]) is { } bound)
            {
                return bound == "least" ? (min, null) : (null, max);
            }
        }

        return (min, max);
    }
}

/// <summary>Words of counting, from <c>count-word</c>, <c>amount</c> and <c>bound</c> records.</summary>
internal sealed class CountLexicon
{
    private readonly Dictionary<string, string> what = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> bounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Min, int Max)> amounts = new(StringComparer.Ordinal);

    public CountLexicon(KnowledgeBase knowledge)
    {
        foreach (var record in knowledge.OfKind("count-word"))
        {
            foreach (var form in record.Values("also").Prepend(record.Headword))
            {
                what[ArabicFolding.Fold(form)] = record["counts"] ?? "dead";
            }
        }

        foreach (var record in knowledge.OfKind("bound"))
        {
            bounds[ArabicFolding.Fold(record.Headword)] = record["side"] ?? "least";
        }

        foreach (var record in knowledge.OfKind("amount"))
        {
            if (int.TryParse(record["min"], CultureInfo.InvariantCulture, out var min) && int.TryParse(record["max"] ?? record["min"], CultureInfo.InvariantCulture, out var max))
            {
                foreach (var form in record.Values("also").Prepend(record.Headword))
                {
                    amounts[ArabicFolding.Fold(form)] = (min, max);
                }
            }
        }
    }

    public string? WhatOf(Token token) => Find(token, what, out var found) ? found : null;

    public string? BoundOf(Token token) => Find(token, bounds, out var found) ? found : null;

    public (int Min, int Max)? AmountOf(Token token) => Find(token, amounts, out var found) ? found : null;

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
