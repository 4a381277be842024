using System.Text;
using Isnad.Formats.Import;

namespace Isnad.Benchmarks;

/// <summary>The articles of <c>samples/</c>.</summary>
internal static class Samples
{
    public static long Bytes { get; } = Load().Sum(article => (long)Encoding.UTF8.GetByteCount(article.Text));

    public static Article[] Load() =>
        [.. ArticleFiles.Open(Path.Combine(AppContext.BaseDirectory, "samples"), ArticleDefaults.None).SelectMany(unit => unit.Read()).Select(found => found.Article!)];
}
