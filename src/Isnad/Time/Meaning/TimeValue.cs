using Isnad.Text;

namespace Isnad.Time.Meaning;

/// <summary>What an expression means once it is resolved.</summary>
/// <param name="Note">How it came about, in English.</param>
internal sealed record TimeValue(TimeType Type, string Value, DateOnly? Earliest, DateOnly? Latest, Granularity Granularity, string? Note = null)
{
    /// <summary>Value of a date that cannot be.</summary>
    public const string Impossible = "XXXX-XX-XX";

    public TimeCalendar Calendar { get; init; }

    public string? Problem { get; init; }

    /// <summary>Something odd that leaves the value standing, such as a weekday that disagrees with its date.</summary>
    public string? Warning { get; init; }

    public static TimeValue Invalid(string problem, TimeCalendar calendar = TimeCalendar.Gregorian) =>
        new(TimeType.Date, Impossible, null, null, Granularity.None) { Problem = problem, Calendar = calendar };
}

/// <summary>What an expression says, before anything outside it is known.</summary>
internal abstract record TimeMeaning
{
    /// <summary>Name of the rule in evidence.</summary>
    public abstract string Rule { get; }

    public abstract TimeValue Resolve(TimeContext context);
}

/// <summary>An expression in the text.</summary>
/// <param name="Entry">Id of the knowledge entry of its head word, or null for plain digits.</param>
internal sealed record TimeMatch(int FirstToken, int EndToken, TextSpan Span, TimeMeaning? Meaning, string? Entry)
{
    /// <summary>Joined to the expression after it by «و»، «إلى» or a dash, so that it can share that one's month and year.</summary>
    public bool JoinsNext { get; set; }
}
