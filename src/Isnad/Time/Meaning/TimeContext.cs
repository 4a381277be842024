namespace Isnad.Time.Meaning;

/// <summary>Where the sentence around an expression points.</summary>
internal enum Direction
{
    Unknown,
    Past,
    Future,
}

/// <summary>A step from the publication date, or from the day the narrative has reached.</summary>
internal readonly record struct Shift(int Amount, bool Narrative);

/// <summary>What is known outside an expression when it is resolved.</summary>
/// <param name="Published">Day of publication.</param>
/// <param name="Previous">The last dated expression before this one: the day the narrative has reached.</param>
/// <param name="Direction">Tense of the sentence.</param>
/// <param name="SharedYear">Year of an expression it is joined to: «5 مايو و8 يونيو 2012».</param>
/// <param name="Story">The last date with its year, where it stands close before and lies more than a year back: «في 21 أبريل 2010 … وفي 22 أبريل».</param>
/// <param name="SharedShift">Modifier of an expression it is joined to: «يوليو وأغسطس الماضيين».</param>
internal sealed record TimeContext(DateOnly? Published, TimeValue? Previous, Direction Direction, int? SharedYear = null, Shift? SharedShift = null, DateOnly? Story = null)
{
    /// <summary>A verb beside the expression tells it as over.</summary>
    public bool Happened { get; init; }

    /// <summary>The day a shift is counted from; null where it is not known.</summary>
    public DateOnly? AnchorOf(Shift shift) => shift.Narrative ? Previous?.Earliest : Published;

    /// <summary>The prefix of a value whose anchor is unknown.</summary>
    public static string Unanchored(Shift shift, string unit) =>
        $"{(shift.Narrative ? "ANCHOR" : "REF")}{(shift.Amount < 0 ? "-" : "+")}{Math.Abs(shift.Amount)}{unit}";
}
