using Isnad.Archive.Store;

namespace Isnad.Archive.Fusion;

/// <summary>What fusion compares of a mention.</summary>
/// <param name="Day">Its day, or the day of publication where it has none; null where neither is known.</param>
/// <param name="HasDay">It says its day itself, to the day.</param>
/// <param name="Coarse">Its date where that is a month or a year: «2011-03».</param>
/// <param name="Word">The word that names it, folded.</param>
/// <param name="Around">Words of its sentence that say something, folded and without clitics: as <see cref="SentenceWords.Around"/> gives them.</param>
internal sealed record MentionFeatures(
    long Id, string Key, long ArticleId, string Type, string? Mode, string Status, DateOnly? Day, bool HasDay, string? Coarse,
    PlaceFeatures? Place, string Word, int Start, PartyFeatures[] Actors, PartyFeatures[] Targets,
    CountFeatures[] Counts, string? CopyGroup, ulong[] Around)
{
    /// <summary>Both sides, where the act is mutual and either side may be named first. Put together once, not by each of many comparisons.</summary>
    public PartyFeatures[] Everybody { get; } = [.. Actors, .. Targets];

    public override string ToString() => Key;
}

/// <param name="FromDateline">The article's dateline names it, so it may be where the reporter is and not where the event was.</param>
internal sealed record PlaceFeatures(string Folded, string? Country, string? Kind, string? Known, bool FromDateline = false);

internal sealed record PartyFeatures(string Folded, string Type, string? Country, string? Sector, string? Known)
{
    /// <summary>A state by its name: «اليمن».</summary>
    public bool IsState { get; } = Type == "GPE" && Known?.Contains("/states#", StringComparison.Ordinal) == true;
}

internal sealed record CountFeatures(string What, long? Min, long? Max);
