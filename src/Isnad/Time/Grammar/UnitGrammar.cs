using Isnad.Language;
using Isnad.Time.Lexicon;
using Isnad.Time.Meaning;

namespace Isnad.Time.Grammar;

/// <summary>A unit with a modifier: «الشهر الماضي»، «هذا العام»، «نفس اليوم»، «الأسبوع بعد المقبل».</summary>
internal sealed class UnitGrammar(TimeText text)
{
    /// <summary>One whole unit some steps away.</summary>
    public Parsed<TimeMeaning>? Relative(int start)
    {
        foreach (var part in (string[])["this", "same", "that"])
        {
            // «في ذلك اليوم»; but in «حدث ذلك اليوم» the pronoun is what happened.
            if (text.Small(start, part, bare: false) is { } demonstrative && (part != "that" || text.Follows(start, "before-a-year")))
            {
                return Demonstrative(demonstrative.End, part);
            }
        }

        if (text.Find(start, TimeWordKind.Unit) is not { Word: { Definite: true, Form: UnitForm.Singular } word } unit || !IsUnitHere(start, word))
        {
            return null;
        }

        if (Modifier(unit.End) is not { } modifier)
        {
            // «اليوم التالي» has its modifier; «العام» alone is no date.
            return null;
        }

        if (word.Code.StartsWith('T') || (word.Code == "D" && text.FindBare(unit.End, TimeWordKind.Modifier)?.Word.Code == "vague"))
        {
            // «اليوم الأخير من المفاوضات» is a day of theirs.
            return null;
        }

        var end = modifier.End;
        if (word.Code == "Y" && !modifier.Value.Narrative && YearInApposition(end) is { } year)
        {
            return new(new UnitExpression("Y", modifier.Value, year.Value), year.End, word.Entry.Id);
        }

        return new(new UnitExpression(word.Code, modifier.Value), end, word.Entry.Id);
    }

    /// <summary>«الماضي»، «المقبل»، «نفسه»; a vague «الأخير» counts as the last one.</summary>
    public Parsed<Shift>? Modifier(int start) => text.FindBare(start, TimeWordKind.Modifier) is { } atom
        ? new(new(atom.Word.Number, atom.Word.Code == "narrative"), atom.End, atom.Word.Entry.Id)
        : null;

    /// <summary>A definite unit without modifier, as after «نهاية»: «نهاية العام».</summary>
    public Parsed<TimeMeaning>? Current(int start) =>
        text.FindBare(start, TimeWordKind.Unit) is { Word: { Definite: true, Form: UnitForm.Singular, Code: "D" or "W" or "M" or "Y" or "CE" } word } unit
            ? new(new UnitExpression(word.Code, default), unit.End, word.Entry.Id)
            : null;

    private Parsed<TimeMeaning>? Demonstrative(int start, string part)
    {
        if (text.FindBare(start, TimeWordKind.Unit) is not { Word: { Definite: true, Form: UnitForm.Singular } word } unit || word.Code.StartsWith('T') || Modifier(unit.End) is not null)
        {
            return null;
        }

        // «هذا العام» is the year of publication; «ذلك العام» and «نفس العام» the one the text spoke of.
        return new(new UnitExpression(word.Code, new(0, part != "this")), unit.End, word.Entry.Id);
    }

    // «الأمين العام الحالي»: after such nouns the word is an adjective.
    private bool IsUnitHere(int start, TimeWord word)
    {
        if (word.Entry.Values("definite-after") is not { Count: > 0 } nouns || !text.IsWord(start - 1))
        {
            return true;
        }

        foreach (var cut in text.Tokens[start - 1].Shape.Segmentations)
        {
            if (cut.Has(Proclitics.Article) && nouns.Any(noun => Text.ArabicFolding.Fold(noun) == cut.Stem))
            {
                return false;
            }
        }

        return true;
    }

    private Parsed<int>? YearInApposition(int start)
    {
        var open = text.IsMark(start, "(") ? 1 : 0;
        return text.Digits(start + open) is { } year and >= 1900 and <= 2100 && (open == 0 || text.IsMark(start + 2, ")"))
            ? new(year, start + 1 + (open * 2))
            : null;
    }
}
