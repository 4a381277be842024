namespace Isnad.Formats.Import;

/// <summary>What the caller knows of articles that do not say it themselves.</summary>
public sealed record ArticleDefaults(DateOnly? Published = null, string? Outlet = null)
{
    /// <summary>The caller knows nothing.</summary>
    public static ArticleDefaults None { get; } = new();
}
