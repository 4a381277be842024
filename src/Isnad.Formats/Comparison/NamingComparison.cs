namespace Isnad.Formats.Comparison;

/// <summary>Which outlet calls which actor what; computed from readings, without any judgement of the names.</summary>
/// <param name="Articles">Readings counted.</param>
/// <param name="Outlets">How many of each outlet.</param>
/// <param name="Actors">The actors named, most often first.</param>
public sealed record NamingComparison(int Articles, IReadOnlyList<OutletArticles> Outlets, IReadOnlyList<ActorNames> Actors)
{
    /// <summary>The part of it that was asked for.</summary>
    /// <param name="actor">In an actor's name, country code or entry; null for all.</param>
    /// <param name="top">At most so many actors.</param>
    /// <param name="min">Names used fewer times are left out.</param>
    public NamingComparison Only(string? actor, int top, int min) => this with
    {
        Actors = [.. Actors.Where(a => actor is null || a.Mentions(actor)).Take(top).Select(a => a with { Names = [.. a.Names.Where(n => n.Total >= min)] })],
    };
}

/// <summary>How many articles of an outlet were read; an empty name stands for articles that name none.</summary>
public sealed record OutletArticles(string Outlet, int Articles);

/// <summary>What one actor is called.</summary>
/// <param name="Id">The knowledge entry.</param>
/// <param name="Total">How often any outlet named it.</param>
/// <param name="Names">What it is called, most often first.</param>
/// <param name="Uncounted">How often it was called by names beyond those kept.</param>
public sealed record ActorNames(string Id, string Name, string? NameEn, string? Country, string? Sector, int Total, IReadOnlyList<ActorName> Names, int Uncounted)
{
    // Of the entry's id the headword alone, lest «turk» find everybody of «people-iraq-iran-turkey».
    internal bool Mentions(string words) =>
        Id == words || new[] { Id[(Id.IndexOf('#', StringComparison.Ordinal) + 1)..], Name, NameEn, Country }.Any(field => field?.Contains(words, StringComparison.OrdinalIgnoreCase) == true);
}

/// <summary>One name of an actor.</summary>
/// <param name="Text">As most often written.</param>
/// <param name="Loaded">The framing entry that marks it in the outlet's own voice, or null.</param>
/// <param name="Neutral">What a neutral agency would write, where the entry says.</param>
/// <param name="Outlets">Who uses it, most often first.</param>
public sealed record ActorName(string Text, string? Loaded, string? Neutral, int Total, IReadOnlyList<OutletUse> Outlets);

/// <summary>How an outlet uses a name.</summary>
/// <param name="Count">How often.</param>
/// <param name="Share">Of all times this outlet names the actor.</param>
/// <param name="First">Day of the first article that uses it (ISO), or null where none is dated.</param>
/// <param name="Last">Day of the last.</param>
public sealed record OutletUse(string Outlet, int Count, double Share, string? First, string? Last);
