namespace Isnad;

/// <summary>An article as it came: nothing in <see cref="Text"/> is normalised.</summary>
/// <param name="Id">Name of the article in outputs.</param>
/// <param name="Text">The title, a line end, then the body.</param>
public sealed record Article(string Id, string Text)
{
    /// <summary>Name of the outlet, as it calls itself.</summary>
    public string? Outlet { get; init; }

    /// <summary>The day it came out; relative dates are reckoned from it.</summary>
    public DateOnly? Published { get; init; }

    public string? Url { get; init; }
}
