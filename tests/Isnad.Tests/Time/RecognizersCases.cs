using System.Text.Json;
using System.Text.RegularExpressions;
using Isnad.Text;
using Isnad.Time;

namespace Isnad.Tests.Time;

/// <summary>One expected expression of a Recognizers-Text case, in our terms.</summary>
internal sealed record RecognizersCase(string File, string Input, DateOnly? Reference, string Text, string? Timex, IReadOnlyList<string> Dates, string? Skip)
{
    public bool Passes()
    {
        var at = Input.IndexOf(Text, StringComparison.Ordinal);
        var found = ArabicTime.Find(Input, Reference).Where(m => m.Span.Start < at + Text.Length && at < m.Span.End).ToList();
        return found.Count > 0 && (Timex is null || Fits(found));
    }

    private bool Fits(List<TimeMention> found)
    {
        if (Timex!.StartsWith('('))
        {
            // Their range is one expression with an open end; ours are the two days, or the period with its days.
            return Dates.Chunk(2).Any(pair => found.Min(m => m.Earliest) == DateOnly.Parse(pair[0], null) && DateOnly.Parse(pair[1], null) is var end
                && (found.Max(m => m.Latest) == end || found.Max(m => m.Latest) == end.AddDays(-1)));
        }

        var time = Timex.Contains('T', StringComparison.Ordinal) && !Timex.StartsWith('P') ? Timex[Timex.IndexOf('T', StringComparison.Ordinal)..] : null;
        time = time is { Length: 3 } && char.IsDigit(time[1]) ? time + ":00" : time;
        return found.Any(m => m.Value == Timex
            || (time is not null ? m.Value.EndsWith(time, StringComparison.Ordinal) : Dates.Any(d => m.Value == d || (m.Value.Length is 4 or 7 && d.StartsWith(m.Value, StringComparison.Ordinal)))));
    }
}

/// <summary>Reads the Arabic cases of Recognizers-Text; what news never needs is kept out, with its reason.</summary>
internal static partial class RecognizersReader
{
    private static readonly Dictionary<string, string> SkippedFiles = new(StringComparer.Ordinal)
    {
        ["TimePeriodExtractor"] = "ranges of clock times, as in a calendar assistant",
        ["TimePeriodParser"] = "ranges of clock times, as in a calendar assistant",
        ["DateTimePeriodExtractor"] = "ranges of clock times, as in a calendar assistant",
        ["DateTimePeriodParser"] = "ranges of clock times, as in a calendar assistant",
        ["DateTimeExtractor"] = "not supported by Recognizers-Text itself; the expected texts are not in the inputs",
        ["MergedExtractor"] = "commands to an assistant («الاجتماعات بعد»): comparison operators around dates",
        ["MergedParser"] = "commands to an assistant («الاجتماعات بعد»): comparison operators around dates",
    };

    public static List<RecognizersCase> Read(string folder)
    {
        var cases = new List<RecognizersCase>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path).TrimStart('\uFEFF'));
            foreach (var item in document.RootElement.EnumerateArray())
            {
                cases.AddRange(Cases(Path.GetFileNameWithoutExtension(path), item));
            }
        }

        return cases;
    }

    private static IEnumerable<RecognizersCase> Cases(string file, JsonElement item)
    {
        var input = item.GetProperty("Input").GetString() ?? "";
        DateOnly? reference = item.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var time)
            ? DateOnly.Parse(time.GetString()![..10], null)
            : null;
        foreach (var result in item.GetProperty("Results").EnumerateArray().Where(r => r.ValueKind == JsonValueKind.Object))
        {
            var text = (result.GetProperty("Text").GetString() ?? "").Trim();
            var (timex, dates) = Value(result);
            yield return new(file, input, reference, text, timex, dates, SkippedFiles.GetValueOrDefault(file) ?? Reason(input, text, timex, dates));
        }
    }

    private static (string? Timex, IReadOnlyList<string> Dates) Value(JsonElement result)
    {
        var dates = new List<string>();
        if (result.TryGetProperty("Value", out var value) && value.ValueKind == JsonValueKind.Object)
        {
            foreach (var resolution in value.EnumerateObject().Where(p => p.Name.EndsWith("Resolution", StringComparison.Ordinal)))
            {
                dates.AddRange(resolution.Value.EnumerateObject().Select(p => p.Value.GetString() ?? ""));
            }

            return (value.TryGetProperty("Timex", out var timex) ? Whole(timex.GetString()) : null, dates);
        }

        if (result.TryGetProperty("Resolution", out var all) && all.ValueKind == JsonValueKind.Object && all.TryGetProperty("values", out var values))
        {
            string? first = null;
            foreach (var one in values.EnumerateArray())
            {
                first ??= one.TryGetProperty("timex", out var code) ? code.GetString() : null;
                dates.AddRange(((string[])["value", "start", "end"]).Where(name => one.TryGetProperty(name, out _)).Select(name => one.GetProperty(name).GetString() ?? ""));
            }

            return (first, dates);
        }

        return (null, dates);
    }

    // Halves in whole units, as TIMEX3 has them.
    private static string? Whole(string? timex) => timex switch { "PT0.5H" => "PT30M", "PT1.5H" => "PT90M", "P0.5Y" => "P6M", _ => timex };

    private static string? Reason(string input, string text, string? timex, IReadOnlyList<string> dates)
    {
        var folded = ArabicFolding.Fold(text);
        return text.Length == 0 || !input.Contains(text, StringComparison.Ordinal) ? "the expected text is not in the input"
            : BareDay().IsMatch(folded) ? "a bare day of the month («في 15»): in news a count, not a date"
            : AmericanOrder().IsMatch(folded) ? "numeric dates without a year, or with the month or a two-digit year first"
            : MonthFirst().IsMatch(folded) ? "the month before its day, which Arabic news does not write"
            : Few().IsMatch(folded) ? "«a few» is three for them and open for us"
            : EndOfDay().IsMatch(folded) ? "the end of a day is 23:59 for them, and the day for us"
            : AlarmClock().IsMatch(folded) ? "clock times as told to an alarm clock, without «الساعة»: scores and counts in news"
            : EnglishYear().IsMatch(folded) ? "years spelled the English way («nineteen twenty-eight»)"
            : ForeignHoliday().IsMatch(folded) ? "holidays without a calendar rule of the Arab world"
            : YearAndMonth().IsMatch(folded) ? "year and month in digits"
            : timex is not null && WeekOf().IsMatch(timex) ? "weeks counted within a month or a year: no TIMEX3 value"
            : timex is not null && timex.StartsWith('(') && (dates.Count < 2 || dates.Any(d => d.Length != 10)) ? "a range of clock times"
            : timex is not null && timex.StartsWith('(') && !text.Any(char.IsDigit) ? "a stretch reckoned from today: a duration for us"
            : timex is not null && timex.StartsWith('(') && Reckoned().IsMatch(folded) ? "a stretch reckoned from today: a duration for us"
            : timex is "SU" or "SP" or "FA" or "WI" or "TMO" or "TEV" or "TNI" or "TAF" or "TDT" or "FUTURE_REF" ? "a bare season or part of the day names no time by itself"
            : null;
    }

    [GeneratedRegex(@"^(الي |في |يوم |عند )?(ال)?(ل)?\d{1,2}\.?$|^(الي |في )?(ال|لل)(ثاني|ثانيه|حادي|حاديه|ثلاثين)( و\w+)?$")]
    private static partial Regex BareDay();

    [GeneratedRegex(@"^\D*\d{1,2}[./-]\d{1,2}([./,-]| ?, ?)?(\d\d)?$|^\d\d/\d\d/\d\d$|^11/12")]
    private static partial Regex AmericanOrder();

    [GeneratedRegex(@"^(يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر)[ /,-]*(\d{1,2}(\D|$)|ال\w+|تسعه)|^2016\. نوفمبر")]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"#|\d-W\d\d$(?<!^\d{4}-W\d\d)|-W\d\d-WE")]
    private static partial Regex WeekOf();

    [GeneratedRegex(@"بضع|لعده|عديده")]
    private static partial Regex Few();

    [GeneratedRegex(@"^نهايه (يوم|هذا الاحد|الغد|اليوم)|^اخر يوم|^اليوم +(الاخير|الماضي)")]
    private static partial Regex EndOfDay();

    [GeneratedRegex(@"^T?\d\d?:\d\d(:\d\d)?$|^\d{3,4} (صباحا|مساء|المساء)|^منتصف.(الصباح|النهار|الظهر)|ظهيره|وقت الغداء|^(مساء|الظهر|بعد الظهر) |^(في )?(السابعه|الثامنه|الحاديه عشر)( والنصف| والربع| وربع)?$|^(احد عشر|عشره|خمسه|ثمانيه|ثلاث)|^10 ، الليله|^12 منتصف|^8 في الليل|في السابعه$|قبل الثامنه")]
    private static partial Regex AlarmClock();

    [GeneratedRegex(@"تسعه عشر")]
    private static partial Regex EnglishYear();

    [GeneratedRegex(@"الشكر|يواندان|الفصح|الاستقلال|^الحج$|^الخريف$|ليله راس السنه")]
    private static partial Regex ForeignHoliday();

    [GeneratedRegex(@"^\d{4}[./-]\d$")]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"ماضيه|قادمه|مقبله|القادم|الماضي|اخر|بعد")]
    private static partial Regex Reckoned();
}
