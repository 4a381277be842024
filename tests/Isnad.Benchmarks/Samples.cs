using System.Text;
using Isnad.Formats.Import;

namespace Isnad.Benchmarks;

/// <summary>The articles of <c>samples/</c>.</summary>
internal static class Samples
{
    public static long Bytes { get; } = Load().Sum(article => (long)Encoding.UTF8.GetByteCount(article.Text));

    public static Article[] Load() => Load(Path.Combine(AppContext.BaseDirectory, "samples"));

    /// <summary>The articles of other files or folders.</summary>
    public static Article[] Load(params string[] paths) =>
        [.. paths.SelectMany(path => ArticleFiles.Open(path, ArticleDefaults.None)).SelectMany(unit => unit.Read()).Select(found => found.Article!)];
}
