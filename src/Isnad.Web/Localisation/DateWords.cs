using System.Globalization;

namespace Isnad.Web.Localisation;

/// <summary>Dates of any precision in words: «12 آذار/مارس 2024», and the day of the Hijri calendar.</summary>
internal static class DateWords
{
    /// <summary>The date in words; a value that is no plain date stands for itself.</summary>
    public static string Of(Wording wording, string iso, bool isShort = false)
    {
        var parts = iso.Split('-');
        return parts switch
        {
            [{ Length: 4 } year, { Length: 2 } month, { Length: 2 } day] when IsDay(iso) => $"{int.Parse(day, CultureInfo.InvariantCulture)} {Month(wording, month, isShort)} {year}",
            [{ Length: 4 } year, { Length: 2 } month] when int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12 => $"{Month(wording, month, isShort)} {year}",
            _ => iso,
        };
    }

    /// <summary>The day by the calendar of Umm al-Qura; null where it does not reach.</summary>
    public static string? Hijri(Wording wording, string? iso)
    {
        if (iso is null || !DateTime.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        var calendar = new UmAlQuraCalendar();
        return day < calendar.MinSupportedDateTime || day > calendar.MaxSupportedDateTime
            ? null
            : wording["date.hijri", calendar.GetDayOfMonth(day), wording[$"hijri.{calendar.GetMonth(day)}"], calendar.GetYear(day)];
    }

    private static string Month(Wording wording, string month, bool isShort)
    {
        var name = wording[$"month.{int.Parse(month, CultureInfo.InvariantCulture)}"];
        return isShort ? name.Split('/')[0] : name;
    }

    private static bool IsDay(string iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
