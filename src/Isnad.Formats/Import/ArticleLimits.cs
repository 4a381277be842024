namespace Isnad.Formats.Import;

/// <summary>How much an input may hold. Real articles have a few thousand characters; what is far beyond is something else.</summary>
public static class ArticleLimits
{
    /// <summary>Longest article, in UTF-16 code units.</summary>
    public const int Article = 2_000_000;

    /// <summary>Largest file that is one article, in bytes. Files of JSON lines have no limit: they are read line by line.</summary>
    public const long File = 64L << 20;

    /// <summary>Longest line of a file of JSON lines, in characters.</summary>
    public const int JsonLine = 8 << 20;
}
