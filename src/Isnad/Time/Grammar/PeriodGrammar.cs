using Isnad.Time.Lexicon;
using Isnad.Time.Meaning;

namespace Isnad.Time.Grammar;

/// <summary>Quarters, halves, seasons, decades, centuries, and holidays.</summary>
internal sealed class PeriodGrammar(TimeText text, NumberGrammar numbers, YearGrammar years, UnitGrammar units)
{
    public Parsed<TimeMeaning>? At(int start) => PartOfYear(start) ?? Season(start) ?? Decade(start) ?? Century(start) ?? Holiday(start);

    // «الربع الأول من عام 2015»، «النصف الثاني من العام الماضي»
    private Parsed<TimeMeaning>? PartOfYear(int start)
    {
        if (text.Find(start, TimeWordKind.Period) is not { Word.Definite: true } period || (numbers.Ordinal(period.End) ?? Last(period)) is not { } which)
        {
            return null;
        }

        if (which.Value > (period.Word.Code == "Q" ? 4 : 2))
        {
            return null;
        }

        return years.After(which.End, TimeCalendar.Gregorian) is { } year
            ? new(new PartOfYear($"{period.Word.Code}{which.Value}", year.Value, null), year.End, period.Word.Entry.Id)
            // «في الربع الثاني»; but «الربع الأول من المبلغ» is a part of something else.
            : period.Word.Code == "Q" && text.Follows(start, "before-a-month") && !text.IsSmall(which.End, "of")
            ? new(new PartOfYear($"Q{which.Value}", null, null), which.End, period.Word.Entry.Id)
            : null;
    }

    // «الربع الأخير من عام 2019»
    private Parsed<int>? Last(TimeAtom period) => text.Small(period.End, "last-part") is { } last ? new(period.Word.Code == "Q" ? 4 : 2, last.End) : null;

    private Parsed<TimeMeaning>? Season(int start)
    {
        if (text.Small(start, "this", bare: false) is { } here && text.FindBare(here.End, TimeWordKind.Season) is { Word.Definite: true } present)
        {
            // «هذا الصيف»
            return new(new PartOfYear(present.Word.Code, null, new Shift(0, false)), present.End, present.Word.Entry.Id);
        }

        var word = text.Skip(start, "season");
        if ((word > start ? text.FindBare(word, TimeWordKind.Season) : text.Find(start, TimeWordKind.Season)) is not { } season)
        {
            return null;
        }

        var entry = season.Word.Entry.Id;
        if (season.Word.Definite && units.Modifier(season.End) is { } modifier)
        {
            return new(new PartOfYear(season.Word.Code, null, modifier.Value), modifier.End, entry);
        }

        return !season.Word.Definite && years.After(season.End, TimeCalendar.Gregorian) is { } year
            ? new(new PartOfYear(season.Word.Code, year.Value, null), year.End, entry)
            : null;
    }

    // «تسعينيات القرن الماضي»، «التسعينيات»
    private Parsed<TimeMeaning>? Decade(int start)
    {
        if (text.Find(start, TimeWordKind.Decade) is not { } decade)
        {
            return null;
        }

        var entry = decade.Word.Entry.Id;
        if (Century(text.Skip(decade.End, "of")) is { Value: LongPeriod { Decade: null } century } of)
        {
            return new(century with { Decade = decade.Word.Number }, of.End, entry);
        }

        // «في الخمسينيات من عمره» is an age.
        return decade.Word.Definite && !text.IsSmall(decade.End, "of") ? new(new LongPeriod(decade.Word.Number, null, null), decade.End, entry) : null;
    }

    // The Gregorian century in which the middle of a Hijri one lies: «القرن الثاني الهجري» is the eighth.
    private static int Gregorian(int hijriCentury) => (int)Math.Ceiling((((hijriCentury * 100) - 50) * 0.9702 / 100) + 6.22);

    private Parsed<TimeMeaning>? Century(int start)
    {
        if (text.Find(start, TimeWordKind.Unit) is not { Word: { Code: "CE", Definite: true, Form: UnitForm.Singular } } century)
        {
            return null;
        }

        var entry = century.Word.Entry.Id;
        return numbers.Ordinal(century.End) is { } ordinal
            ? text.Small(ordinal.End, "hijri-era") is { } hijri ? new(new LongPeriod(null, Gregorian(ordinal.Value), null), hijri.End, entry) : new(new LongPeriod(null, ordinal.Value, null), ordinal.End, entry)
            : text.Digits(century.End) is { } digits and >= 1 and <= 30 ? new(new LongPeriod(null, digits, null), century.End + 1, entry)
            : units.Modifier(century.End) is { } modifier ? new(new LongPeriod(null, null, modifier.Value), modifier.End, entry)
            : null;
    }

    private Parsed<TimeMeaning>? Holiday(int start)
    {
        if (text.Find(start, TimeWordKind.NamedDay) is not { } named)
        {
            return null;
        }

        var record = named.Word.Entry;
        static int Field(string? value) => int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 1;
        var first = new CalendarPoint
        {
            Calendar = record["calendar"] == "hijri" ? TimeCalendar.Hijri : TimeCalendar.Gregorian,
            Month = Field(record["month"]),
            Day = Field(record["day"]),
        };
        var days = Field(record["days"]);
        if (units.Modifier(named.End) is { } modifier)
        {
            return new(new NamedDay(first with { Modifier = modifier.Value }, days, null), modifier.End, record.Id);
        }

        if (years.After(named.End, TimeCalendar.Gregorian) is { } year)
        {
            return new(new NamedDay(first, days, year.Value), year.End, record.Id);
        }

        return named.HasPreposition || text.Follows(start, "before-a-holiday") ? new(new NamedDay(first, days, null), named.End, record.Id) : null;
    }
}
