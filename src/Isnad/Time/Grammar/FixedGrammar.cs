using Isnad.Text;
using Isnad.Time.Lexicon;
using Isnad.Time.Meaning;

namespace Isnad.Time.Grammar;

/// <summary>Expressions that stand in knowledge as they are, sets, and names that only look like expressions of time.</summary>
internal sealed class FixedGrammar(TimeText text, DurationGrammar durations)
{
    public Parsed<TimeMeaning>? Vague(int start)
    {
        foreach (var atom in text.AtomsAt(start))
        {
            if (atom.Word.Kind == TimeWordKind.Vague
                && (atom.Word.Entry["after"] is null || atom.HasPreposition || text.Follows(start, "before-the-present")) && !IsOther(atom))
            {
                return new(new VagueTime(atom.Word.Code), atom.End, atom.Word.Entry.Id);
            }
        }

        return null;
    }

    // «قريباً من الحدود»، «حديثاً مع الصحيفة»، «في اللحظة ذاتها»، «في الساعة المقبلة»; but «يعلن قريباً من قبل الوزير».
    private bool IsOther(TimeAtom atom) =>
        (atom.Word.Entry["after"] is not null && text.FindBare(atom.End, TimeWordKind.Modifier) is not null)
        || (atom.Word.Entry.Values("not-before").Any(words => Stands(words, atom.End)) && !atom.Word.Entry.Values("still-before").Any(words => Stands(words, atom.End)));

    private bool Stands(string words, int at)
    {
        foreach (var word in words.Split(' '))
        {
            if (!text.IsWord(at) || text.Tokens[at].Folded != ArabicFolding.Fold(word))
            {
                return false;
            }

            at++;
        }

        return true;
    }

    /// <summary>«يومياً»، «كل سنتين»، «كل يوم اثنين».</summary>
    public Parsed<TimeMeaning>? Set(int start)
    {
        if (text.Find(start, TimeWordKind.Frequency) is { } frequency)
        {
            return new(new Repetition(frequency.Word.Code), frequency.End, frequency.Word.Entry.Id);
        }

        if (text.Small(start, "every", bare: false) is not { } every)
        {
            return null;
        }

        var day = text.Skip(every.End, "day");
        if (text.FindBare(day, TimeWordKind.Weekday) is { } weekday)
        {
            return new(new Repetition($"XXXX-WXX-{weekday.Word.Number}"), weekday.End, weekday.Word.Entry.Id);
        }

        return durations.Measure(every.End) is { Value: { Definite: false, Number: not null } amount } measure && !(amount.Number == 1 && text.AtomsAt(every.End) is [{ Word.AlsoAWord: true, Word.Code: not "Y" }, ..])
            ? new(new Repetition(DurationGrammar.Value(amount)), measure.End, measure.Entry)
            : null;
    }

    /// <summary>«صحيفة اليوم السابع»: index after words that are no expression of time, or null.</summary>
    public int? NotATime(int start) => text.Find(start, TimeWordKind.NotATime)?.End;
}
