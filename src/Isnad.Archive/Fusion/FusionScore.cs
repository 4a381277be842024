namespace Isnad.Archive.Fusion;

/// <summary>How much speaks for two mentions being one event.</summary>
/// <param name="Weight">What the reasons come to.</param>
/// <param name="Reasons">What speaks for it and against it, as a person can read it.</param>
internal sealed record FusionScore(PairWeight Weight, IReadOnlyList<FusionReason> Reasons)
{
    /// <summary>What a person said decides, whatever else speaks for it or against it.</summary>
    public static FusionScore Told { get; } = new(default, [new("a person said so", 0)]);

    /// <summary>The reasons; «refused: …» where they rule it out.</summary>
    public override string ToString() => $"{(Weight.Refused ? "refused: " : "")}{string.Join("; ", Reasons)}";
}

/// <summary>What the reasons for two mentions being one event come to, before they are written down.</summary>
/// <param name="Score">The sum of the reasons.</param>
/// <param name="Refused">Something rules it out, whatever the sum.</param>
internal readonly record struct PairWeight(double Score, bool Refused)
{
    /// <summary>What a pair needs to be one event.</summary>
    public const double Enough = 2.5;

    public bool Links => !Refused && Score >= Enough;
}

/// <summary>One thing that speaks for two mentions being one event, or against it.</summary>
/// <param name="What">What it is, as a person can read it.</param>
/// <param name="Weight">Below 0 where it speaks against it.</param>
/// <param name="Detail">What follows upon <paramref name="What"/>: joined only when it is read, since most pairs are weighed and dropped.</param>
internal readonly record struct FusionReason(string What, double Weight, string Detail = "")
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{What}{Detail} {(Weight < 0 ? "" : "+")}{Weight:0.0}");
}
