using Isnad.Fuzz.Making;

namespace Isnad.Fuzz.Targets;

/// <summary>Something that takes input from strangers.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Extension">What a saved input's name ends in.</param>
/// <param name="Share">Share of the time that it gets.</param>
/// <param name="Make">Makes an input.</param>
/// <param name="Try">Feeds it; throws where something does not hold.</param>
internal sealed record FuzzTarget(string Name, string Extension, double Share, Func<Dice, byte[]> Make, Action<byte[]> Try);

/// <summary>What an input broke, other than by an exception of the program itself.</summary>
internal sealed class BrokenException(string what) : Exception(what);

/// <summary>All targets.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        ArticleText.Target,
        Pages.Target,
        Listings.Target,
        Warcs.Plain,
        Warcs.Packed,
        Tables.Json,
        Tables.Lines,
        Tables.Csv,
        KnowledgeFiles.Target,
        Queries.Target,
    ];
}
