using Isnad.Language;
using Isnad.Time.Lexicon;
using Isnad.Time.Meaning;

namespace Isnad.Time.Grammar;

/// <summary>The name of a month, alone or in two naming traditions at once.</summary>
/// <param name="Doubtful">The name is also another word, and nothing in the name itself settles it.</param>
internal sealed record MonthName(TimeCalendar Calendar, int Number, bool Doubtful, string? Contradiction);

/// <summary>Month names: «نيسان»، «يناير (كانون الثاني)»، «أكتوبر/ تشرين الأول»، «مايو - أيار».</summary>
internal sealed class MonthGrammar(TimeText text)
{
    public Parsed<MonthName>? At(int start, bool bare = true)
    {
        var found = bare ? text.FindBare(start, TimeWordKind.Month) : text.Find(start, TimeWordKind.Month);
        if (found is not { } first)
        {
            return null;
        }

        var bracket = text.IsMark(first.End, "(");
        var close = bracket ? ")" : null;
        var open = bracket || text.IsMark(first.End, "/", "-", "–", "\\", "[") ? first.End : -1;
        if (open >= 0 && text.FindBare(open + 1, TimeWordKind.Month) is { } second && SameCalendar(first.Word, second.Word))
        {
            var closed = close is not null && text.IsMark(second.End, close);
            if ((close is null || closed) && (close is not null || first.Word.Number == second.Word.Number || text.IsMark(open, "/")))
            {
                var clash = first.Word.Number == second.Word.Number ? null : $"two different months: {first.Word.Entry.Headword} and {second.Word.Entry.Headword}";
                return new(new(Calendar(first.Word), first.Word.Number, false, clash), second.End + (closed ? 1 : 0), first.Word.Entry.Id);
            }
        }

        // «في أكتوبر تشرين الأول الماضي»: the other name follows without a mark.
        return text.FindBare(first.End, TimeWordKind.Month) is { } other && SameCalendar(first.Word, other.Word) && first.Word.Number == other.Word.Number
            ? new(new(Calendar(first.Word), first.Word.Number, false, null), Third(other.End, first.Word), first.Word.Entry.Id)
            : new(new(Calendar(first.Word), first.Word.Number, first.Word.AlsoAWord, null), first.End, first.Word.Entry.Id);
    }

    // «يونيو حزيران/يونيو»
    private int Third(int at, TimeWord first) =>
        text.IsMark(at, "/") && text.FindBare(at + 1, TimeWordKind.Month) is { } again && again.Word.Number == first.Number ? again.End : at;

    private static bool SameCalendar(TimeWord a, TimeWord b) => a.Code == b.Code && !ReferenceEquals(a, b);

    private static TimeCalendar Calendar(TimeWord word) => word.Code switch
    {
        "hijri" => TimeCalendar.Hijri,
        "iranian" => TimeCalendar.Iranian,
        _ => TimeCalendar.Gregorian,
    };
}
