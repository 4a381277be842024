namespace Isnad.Archive.Fusion;

/// <summary>How much speaks for two mentions being one event.</summary>
/// <param name="Score">The sum of the reasons.</param>
/// <param name="Reasons">What speaks for it and against it, as a person can read it.</param>
/// <param name="Refused">Something rules it out, whatever the sum.</param>
internal sealed record FusionScore(double Score, IReadOnlyList<FusionReason> Reasons, bool Refused)
{
    /// <summary>What a pair needs to be one event.</summary>
    public const double Enough = 2.5;

    /// <summary>What a person said decides, whatever else speaks for it or against it.</summary>
    public static FusionScore Told { get; } = new(0, [new("a person said so", 0)], false);

    public bool Links => !Refused && Score >= Enough;

    public override string ToString() => string.Join("; ", Reasons);
}

/// <summary>One thing that speaks for two mentions being one event, or against it.</summary>
internal readonly record struct FusionReason(string What, double Weight)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{What} {(Weight < 0 ? "" : "+")}{Weight:0.0}");
}
