using Isnad.Language;
using Isnad.Time.Lexicon;

namespace Isnad.Time.Grammar;

/// <summary>Numbers in digits and in words: «8»، «ثلاثة عشر»، «ألفين وثمانية عشر»، «الثالث والعشرين».</summary>
internal sealed class NumberGrammar(TimeText text)
{
    private const int MostWords = 8;

    /// <summary>Digits or a written-out number; the article («الـ24») may stand before digits.</summary>
    public Parsed<int>? Cardinal(int start)
    {
        if (text.Small(start, "fixed-article") is { } article && text.Digits(article.End) is { } fixedNumber)
        {
            return new(fixedNumber, article.End + 1);
        }

        return text.Digits(start) is { } digits ? new(digits, start + 1) : Written(start);
    }

    /// <summary>«ثلاثة»، «ثلاثة عشر»، «خمسة وعشرين»، «ألف وتسعمائة وخمسين».</summary>
    public Parsed<int>? Written(int start)
    {
        if (text.Find(start, TimeWordKind.Cardinal) is not { } first)
        {
            return null;
        }

        var entry = first.Word.Entry.Id;
        var (total, group, end) = (0, first.Word.Number, first.End);
        if (first.Word.Entry["scale"] is not null && group >= 1000)
        {
            (total, group) = (group, 0);
        }

        for (var words = 1; words < MostWords && text.Find(end, TimeWordKind.Cardinal) is { } next; words++)
        {
            var number = next.Word.Number;
            var joined = next.HasConjunction;
            if (next.Proclitics != Proclitics.None && !joined && (next.Proclitics & Proclitics.Article) == 0)
            {
                break;
            }

            if (!joined && number == 10 && group % 10 is > 0 && group < 10)
            {
                // ثلاثة عشر
                group += 10;
            }
            else if (!joined && number is 100 or 1000 && group is > 0 and < 1000)
            {
                // ثلاثة آلاف
                (total, group) = number == 1000 ? (total + (group * 1000), 0) : (total, group * 100);
            }
            else if (joined && (group == 0 ? total > 0 : (group < 10 && number is >= 20 and < 100) || (group >= 100 && number < 100) || group >= 1000))
            {
                (total, group) = number >= 1000 ? (total + group + number, 0) : (total + (group >= 100 ? group : 0), (group >= 100 ? 0 : group) + number);
            }
            else
            {
                break;
            }

            end = next.End;
        }

        return new(total + group, end, entry);
    }

    /// <summary>«الأول»، «الثالث والعشرين»، «الحادي عشر»، «العشرين».</summary>
    public Parsed<int>? Ordinal(int start, bool definite = true)
    {
        if (text.Find(start, TimeWordKind.Ordinal) is { } first && (first.Word.Definite || !definite))
        {
            var number = first.Word.Number;
            if (text.Find(first.End, TimeWordKind.Cardinal) is { } second)
            {
                if (second.Proclitics == Proclitics.None && second.Word is { Number: 10, Definite: false } && number < 10)
                {
                    return new(number + 10, second.End, first.Word.Entry.Id);
                }

                if (second.HasConjunction && second.Word.Definite && second.Word.Number is >= 20 and < 100)
                {
                    return new(number + second.Word.Number, second.End, first.Word.Entry.Id);
                }
            }

            return new(number, first.End, first.Word.Entry.Id);
        }

        // «العشرين من»، «الثلاثين من»
        return text.Find(start, TimeWordKind.Cardinal) is { Word: { Definite: true, Number: >= 20 and < 100 } } tens
            ? new(tens.Word.Number, tens.End, tens.Word.Entry.Id)
            : null;
    }
}
