using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Events;

/// <summary>Counts of dead, injured, arrested, displaced and participants near a trigger, as intervals.</summary>
internal sealed class CountFinder(NewsDocument document, KnowledgeBase knowledge)
{
    private const int Before = 4;
    private const int Reach = 18;
    private readonly CountLexicon lexicon = CountLexicon.Of(knowledge);
    private readonly AmountReader amounts = new(document, CountLexicon.Of(knowledge));

    public IReadOnlyList<CountReading> Near(Trigger trigger)
    {
        var sentence = document.Sentences[document.Tokens[trigger.FirstToken].Sentence];
        var last = Math.Min(sentence.EndToken, trigger.EndToken + Reach);
        var counts = new List<CountReading>();
        CountWord? what = null;
        var token = Math.Max(sentence.FirstToken, trigger.FirstToken - Before);
        while (token < last)
        {
            if (lexicon.WhatOf(document.Tokens[token]) is { } word)
            {
                what = word;
            }

            if (amounts.At(token, last) is not { } amount)
            {
                token++;
                continue;
            }

            // «إصابة 20 آخرين»، «20 جريحاً»: the word after the number says what, else the word before.
            var counted = After(amount.EndToken, last, trigger.Frame.Type) ?? what;
            if (counted is { } kind && kind.Fits(trigger.Frame.Type) && counts.TrueForAll(c => c.What != kind.What))
            {
                counts.Add(new(kind.What, amount.Min, amount.Max));
            }

            token = amount.EndToken;
        }

        return counts;
    }

    private CountWord? After(int token, int last, string type)
    {
        for (var at = token; at < Math.Min(last, token + 2); at++)
        {
            if (document.Tokens[at].Kind != TokenKind.Word)
            {
                return null;
            }

            if (lexicon.WhatOf(document.Tokens[at]) is { IsPerson: true } word && word.Fits(type))
            {
                return word;
            }
        }

        return null;
    }
}
