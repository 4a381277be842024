using Isnad.Archive.Query;

namespace Isnad.Archive.Pages;

/// <summary>What is known of an actor.</summary>
/// <param name="Query">Finds the events in which it takes part, as actor or target.</param>
/// <param name="Names">What it is called, by whom: the commonest first.</param>
/// <param name="Acts">In how many events it acts.</param>
/// <param name="Undergoes">In how many it is whom something is done to.</param>
/// <param name="Speaks">In how many reports it speaks.</param>
/// <param name="Carries">How many reports of others it carries.</param>
/// <param name="ActTypes">What it does.</param>
/// <param name="UndergoneTypes">What is done to it.</param>
/// <param name="ActsOn">Whom it does something to, the commonest first.</param>
/// <param name="ActedOnBy">Who does something to it.</param>
/// <param name="Stances">How outlets hold what it says.</param>
/// <param name="Framing">Loaded words that outlets use of it.</param>
public sealed record ActorProfile(
    string Query, IReadOnlyList<NameUse> Names, long Acts, long Undergoes, long Speaks, long Carries, IReadOnlyList<FacetValue> ActTypes, IReadOnlyList<FacetValue> UndergoneTypes,
    IReadOnlyList<Partner> ActsOn, IReadOnlyList<Partner> ActedOnBy, IReadOnlyList<OutletStance> Stances, IReadOnlyList<LoadedWord> Framing);

/// <summary>A name of an actor.</summary>
/// <param name="Events">In how many events it takes part under this name.</param>
public sealed record NameUse(StoredParty Party, long Events);

/// <summary>The other side of what an actor does or undergoes.</summary>
public sealed record Partner(StoredParty Party, string Type, long Events);

/// <summary>How many reports an outlet holds so: neutral, affirms, distances, denies or hedges.</summary>
public sealed record OutletStance(string? Outlet, string Stance, long Reports);

/// <summary>A loaded word, who uses it of whom, and how often.</summary>
/// <param name="Word">As it first stands.</param>
/// <param name="Kind">loaded, so-called, scare-quotes, insertion or doubt.</param>
/// <param name="Target">Whom it colours; null where that is nobody in particular.</param>
public sealed record LoadedWord(string Word, string Kind, string? Outlet, StoredParty? Target, long Uses);
