using Isnad.Reading;

namespace Isnad.Time.Dating;

/// <summary>When an article was written, as its own words show: an estimate, never the day that an outlet states.</summary>
/// <param name="Earliest">First day of the shortest stretch that holds the estimate.</param>
/// <param name="Latest">Last day of it, inclusive.</param>
/// <param name="Likeliest">The most probable day.</param>
/// <param name="Confidence">Probability of the stretch, 0 to 1, in the light of the clues alone.</param>
/// <param name="Because">The clues that decided, the strongest first.</param>
public sealed record DocumentDate(DateOnly Earliest, DateOnly Latest, DateOnly Likeliest, double Confidence, IReadOnlyList<Evidence> Because)
{
    /// <summary>Probability of the month of <see cref="Likeliest"/>.</summary>
    public double MonthConfidence { get; init; }

    /// <summary>Probability of the year of <see cref="Likeliest"/>.</summary>
    public double YearConfidence { get; init; }

    /// <summary>Whether the month of <see cref="Likeliest"/> is likelier than all others together.</summary>
    public bool SaysMonth => MonthConfidence >= 0.5;

    /// <summary>Whether the year of <see cref="Likeliest"/> may be said without reserve.</summary>
    public bool SaysYear => YearConfidence >= 0.97;
}
