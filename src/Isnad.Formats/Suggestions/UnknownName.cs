namespace Isnad.Formats.Suggestions;

/// <summary>A name of one article that knowledge does not list.</summary>
/// <param name="Key">Folded name: spellings that folding makes one are one.</param>
/// <param name="Name">As written.</param>
/// <param name="IsPerson">A person; else an organisation.</param>
/// <param name="Title">The words before the name («وزير المياه»), or null.</param>
/// <param name="Country">As the article makes it out, or null.</param>
/// <param name="Sector">As the article makes it out, or null.</param>
/// <param name="Mentions">How often the article names it.</param>
/// <param name="Context">The words around the first mention.</param>
/// <param name="Outlet">Where it stood, or null.</param>
/// <param name="Day">When the article came out, or null.</param>
public sealed record UnknownName(
    string Key, string Name, bool IsPerson, string? Title, string? Country, string? Sector, int Mentions, string Context, string? Outlet, DateOnly? Day);
