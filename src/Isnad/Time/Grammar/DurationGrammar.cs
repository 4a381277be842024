using Isnad.Time.Lexicon;
using Isnad.Time.Meaning;

namespace Isnad.Time.Grammar;

/// <summary>An amount of a unit, before it is known whether it measures or points.</summary>
/// <param name="Number">How many; null where the text leaves it open («أيام»، «عدة أشهر»).</param>
/// <param name="Certain">False where the words need support from outside: a bare «عام» or «أيام».</param>
/// <param name="Definite">«الأيام»، «العامين»: only with a modifier.</param>
internal sealed record Amount(double? Number, string Unit, bool Certain, bool Definite)
{
    /// <summary>What finer units add: «سنتين وستة أشهر» is P2Y and «6M».</summary>
    public string Rest { get; init; } = "";
}

/// <summary>
/// Lengths of time and distances: «ثلاثة أيام»، «منذ ستة أشهر»، «عدة أسابيع»، «عام ونصف»، «العامين الماضيين»،
/// «الساعات الـ24 الماضية»، «قبل يومين»، «22 سنة خلت».
/// </summary>
internal sealed class DurationGrammar(TimeText text, NumberGrammar numbers)
{
    public Parsed<TimeMeaning>? At(int start)
    {
        // «طوال الشهر»: all of it, so one measure of it.
        if (text.Follows(start, "throughout") && text.FindBare(start, TimeWordKind.Unit) is { Word: { Definite: true, Form: UnitForm.Singular } word } whole && text.FindBare(whole.End, TimeWordKind.Modifier) is null)
        {
            return new(new LengthOfTime(Value(new(1, word.Code, true, true))), whole.End, word.Entry.Id);
        }

        if (text.Small(start, "since", bare: false) is { } since)
        {
            return Measure(since.End) is { } length ? Duration(length, supported: true) : null;
        }

        if (text.Small(start, "ago", bare: false) is { } ago && Distance(ago.End, -1) is { } before)
        {
            return before;
        }

        if (text.Small(start, "after", bare: false) is { } after && Distance(after.End, 1) is { } later)
        {
            return later;
        }

        return Measure(start) is { } measure ? Passed(measure) ?? Duration(measure, Supported(start)) : null;
    }

    /// <summary>«كل يوم»، «كل سنتين»: the amount after «كل».</summary>
    public Parsed<Amount>? Measure(int start)
    {
        var about = text.Find(start, TimeWordKind.Approximation);
        if (Single(about?.End ?? start) is not { } first)
        {
            return null;
        }

        if (about?.End > start + 1 && !first.Value.Definite)
        {
            // «أقل من عام»، «أكثر من عقدين»: what is compared is an amount.
            first = first with { Value = first.Value with { Certain = true } };
        }

        var end = first.End;
        var total = first.Value;
        // «عام ونصف»، «ساعة ونصف الساعة»
        if (text.Small(end, "half", bare: false) is { HasConjunction: true } half && total.Number is { } whole)
        {
            var unit = text.FindBare(half.End, TimeWordKind.Unit);
            return new(total with { Number = whole + 0.5, Certain = true }, unit is { } repeated && repeated.Word.Code == total.Unit ? repeated.End : half.End, first.Entry);
        }

        return Compound(new(total, end, first.Entry));
    }

    // «سنتين وستة أشهر»، «عام واحد وشهر و21 يوماً»: each unit finer than the one before.
    private Parsed<Amount> Compound(Parsed<Amount> measure)
    {
        const string Finer = "YMWD";
        while (measure.Value is { Number: not null, Definite: false, Unit.Length: 1 } amount)
        {
            var and = text.IsWord(measure.End) && text.Tokens[measure.End].Folded == "و" ? 1 : 0;
            var joined = and == 1 || text.AtomsAt(measure.End) is [{ HasConjunction: true }, ..];
            var last = Finer.IndexOf(amount.Rest.Length > 0 ? amount.Rest[^1] : amount.Unit[0], StringComparison.Ordinal);
            if (!joined || last < 0 || Single(measure.End + and) is not { Value: { Number: { } number, Definite: false, Unit.Length: 1 } next } more
                || Finer.IndexOf(next.Unit[0], StringComparison.Ordinal) <= last)
            {
                break;
            }

            measure = new(amount with { Certain = true, Rest = FormattableString.Invariant($"{amount.Rest}{number:0.###}{next.Unit}") }, more.End, measure.Entry);
        }

        return measure;
    }

    private Parsed<Amount>? Single(int start)
    {
        if (text.Small(start, "half", bare: false) is { HasConjunction: false } half && text.FindBare(half.End, TimeWordKind.Unit) is { Word.Form: UnitForm.Singular } halved)
        {
            return new(new(0.5, halved.Word.Code, true, false), halved.End, halved.Word.Entry.Id);
        }

        if (text.Small(start, "quarter", bare: false) is { HasConjunction: false } quarter && text.FindBare(quarter.End, TimeWordKind.Unit) is { Word: { Form: UnitForm.Singular, Code: "CE" or "TH" } } quartered)
        {
            // «ربع قرن»، «ربع ساعة»
            return new(new(0.25, quartered.Word.Code, true, false), quartered.End, quartered.Word.Entry.Id);
        }

        if (text.Find(start, TimeWordKind.Quantifier) is { } few && text.FindBare(few.End, TimeWordKind.Unit) is { Word: { Form: UnitForm.Plural, Definite: false } or { Form: UnitForm.Singular } } unitOfFew)
        {
            return new(new(null, unitOfFew.Word.Code, true, false), unitOfFew.End, unitOfFew.Word.Entry.Id);
        }

        if (numbers.Cardinal(start) is { } number)
        {
            return text.FindBare(number.End, TimeWordKind.Unit) is { } counted && (counted.Word.Form != UnitForm.Dual)
                ? new(new(number.Value, counted.Word.Code, true, counted.Word.Definite || text.Find(start, TimeWordKind.Cardinal)?.Word.Definite == true), One(counted.End, counted), counted.Word.Entry.Id)
                : null;
        }

        // «منذ سنة 2005» counts no years; it names one.
        return text.Find(start, TimeWordKind.Unit) is { } unit && !(unit.Word is { Code: "Y", Form: UnitForm.Singular } && (text.Digits(unit.End) is not null || text.FindBare(unit.End, TimeWordKind.Cardinal)?.Word.Number >= 1000))
            ? Uncounted(unit)
            : null;
    }

    private Parsed<Amount> Uncounted(TimeAtom unit)
    {
        var (word, entry) = (unit.Word, unit.Word.Entry.Id);
        switch (word.Form)
        {
            case UnitForm.Dual:
                return new(new(2, word.Code, !word.AlsoAWord && !word.Definite, word.Definite), unit.End, entry);
            case UnitForm.Plural:
                if (!word.Definite && text.FindBare(unit.End, TimeWordKind.QuantifierAfter) is { } few)
                {
                    return new(new(null, word.Code, true, false), few.End, entry);
                }

                // «الأشهر الثلاثة»، «الساعات الـ24»
                if (word.Definite && numbers.Cardinal(unit.End) is { } count)
                {
                    return new(new(count.Value, word.Code, false, true), count.End, entry);
                }

                return new(new(null, word.Code, false, word.Definite), unit.End, entry);
            default:
                var one = One(unit.End, unit);
                return new(new(1, word.Code, one > unit.End, word.Definite), one, entry);
        }
    }

    // «يوم واحد»، «شهراً كاملاً»
    private int One(int at, TimeAtom unit) => unit.Word.Form == UnitForm.Singular && text.Small(at, "one") is { } one ? one.End : at;

    private Parsed<TimeMeaning>? Duration(Parsed<Amount> measure, bool supported)
    {
        var amount = measure.Value;
        var end = measure.End;
        if (amount.Definite)
        {
            // «خلال الأربعين عاماً» needs no modifier.
            return Modified(measure) ?? (supported && amount is { Certain: true, Number: > 2 } ? new(new LengthOfTime(Value(amount)), end, measure.Entry) : null);
        }

        // «أشهر من العمل»، «أمضت شهوراً»: the plural shows by what follows it or by its case that it measures.
        supported |= measure.Value.Number is null && (text.IsSmall(end, "of") || text.Tokens[end - 1].Folded.EndsWith('ا'));
        if (!amount.Certain && (!supported || OwnsNext(end)))
        {
            return Modified(measure);
        }

        // «24 ساعة الماضية» has its modifier without an article on the unit.
        return Modified(measure) ?? new(new LengthOfTime(Value(amount)), end, measure.Entry);
    }

    // «العامين الماضيين»، «الأيام القليلة المقبلة»، «السنوات الأخيرة»
    private Parsed<TimeMeaning>? Modified(Parsed<Amount> measure)
    {
        var few = text.FindBare(measure.End, TimeWordKind.QuantifierAfter) ?? FewDefinite(measure.End);
        var at = few?.End ?? measure.End;
        if (text.FindBare(at, TimeWordKind.Modifier) is not { } modifier || modifier.Word.Code == "narrative" || (measure.Value is { Number: 1, Definite: true } && modifier.Word.Code != "vague"))
        {
            return null;
        }

        if (measure.Value.Number is null && few is null)
        {
            // «السنوات الأخيرة»، «الأيام المقبلة»: nobody says how many.
            return new(new VagueTime(modifier.Word.Number switch { < 0 => "PAST_REF", 0 => "PRESENT_REF", _ => "FUTURE_REF" }), modifier.End, measure.Entry);
        }

        return measure.Value is { Number: 1, Definite: true } ? null : new(new LengthOfTime(Value(measure.Value)), modifier.End, measure.Entry);
    }

    private TimeAtom? FewDefinite(int at) => text.Small(at, "few-definite") is { } few ? few : null;

    // «قبل يومين», but «قبل 6 أشهر من المعرض» and «بعد أيام من الهجوم» measure a distance from something else.
    private Parsed<TimeMeaning>? Distance(int start, int sign)
    {
        if (text.Small(start, "then") is { } then)
        {
            return NarrativeDistance(then.End, sign);
        }

        if (Measure(start) is not { Value: { Definite: false, Number: not null } amount } measure || (!amount.Certain && OwnsNext(measure.End)))
        {
            return null;
        }

        var continues = text.IsSmall(measure.End, "continues");
        var now = continues && text.Find(measure.End + 1, TimeWordKind.Vague)?.Word.Code == "PRESENT_REF" ? text.Find(measure.End + 1, TimeWordKind.Vague)!.Value.End : -1;
        if ((continues && now < 0) || sign > 0 || amount.Unit.StartsWith('T') || amount.Rest.Length > 0 || amount.Number is not { } number || number != Math.Floor(number))
        {
            return null;
        }

        return new(new DistanceExpression(sign * (int)Math.Min(number, 1_000_000), amount.Unit, false), now < 0 ? measure.End : now, measure.Entry);
    }

    // «بعد ذلك بيومين»، «قبل ذلك بشهر»
    private Parsed<TimeMeaning>? NarrativeDistance(int start, int sign) =>
        text.AtomsAt(start) is [{ HasPreposition: true }, ..] && Measure(start) is { Value: { Definite: false, Number: { } number } amount } measure && !amount.Unit.StartsWith('T')
            ? new(new DistanceExpression(sign * (int)Math.Min(number, 1_000_000), amount.Unit, true), measure.End, measure.Entry)
            : null;

    // «22 سنة خلت»
    private Parsed<TimeMeaning>? Passed(Parsed<Amount> measure) =>
        measure.Value is { Definite: false, Number: { } number } amount && !amount.Unit.StartsWith('T') && text.Small(measure.End, "passed") is { } passed
            ? new(new DistanceExpression(-(int)Math.Min(number, 1_000_000), amount.Unit, false), passed.End, measure.Entry)
            : null;

    /// <summary>A word before it that a length of time follows: «خلال»، «لمدة»، «استمر».</summary>
    private bool Supported(int start) => text.Follows(start, "opener")
        || (text.AtomsAt(start) is [{ HasPreposition: true, Word: { Kind: TimeWordKind.Unit, Form: UnitForm.Plural } }, ..]);

    // «أيام العيد»، «سنوات الحرب»: the next noun says which, so it is no length of time.
    private bool OwnsNext(int at) => text.IsWord(at) && text.Tokens[at].Folded.StartsWith("ال", StringComparison.Ordinal) && text.Tokens[at].Folded.Length > 4 && !text.IsSmall(at, "relative");

    public static string Value(Amount amount)
    {
        var (prefix, unit) = amount.Unit.StartsWith('T') ? ("PT", amount.Unit[1..]) : ("P", amount.Unit);
        if (amount.Number is not { } number)
        {
            return $"{prefix}X{unit}";
        }

        if (number != Math.Floor(number))
        {
            // Half a year is six months; what has no smaller unit of its own keeps its fraction.
            (number, prefix, unit) = (prefix, unit) switch
            {
                ("P", "Y") => (number * 12, "P", "M"),
                ("P", "D") => (number * 24, "PT", "H"),
                ("PT", "H") => (number * 60, "PT", "M"),
                ("PT", "M") => (number * 60, "PT", "S"),
                ("P", "DE") => (number * 10, "P", "Y"),
                ("P", "CE") => (number * 100, "P", "Y"),
                _ => (number, prefix, unit),
            };
        }

        return FormattableString.Invariant($"{prefix}{number:0.###}{unit}{amount.Rest}");
    }
}
