using System.Security.Cryptography;
using System.Text;
using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Archive.Store;

/// <summary>An article ready to be stored: what the engine read, and the words to find it by.</summary>
/// <param name="Key">Names the article by its content; the same in every archive.</param>
/// <param name="Article">As it came.</param>
/// <param name="Reading">What the engine read.</param>
/// <param name="Words">Folded words.</param>
/// <param name="Stems">Words without clitics.</param>
internal sealed record ArchivedArticle(string Key, Article Article, NewsReading Reading, string Words, string Stems)
{
    // 80 bits: among a hundred million articles two share a key with a probability of one in two hundred million.
    private const int KeyLength = 20;

    public static ArchivedArticle Read(NewsEngine engine, Article article)
    {
        NewsDocument document = engine.Analyze(article);
        var (words, stems) = SearchWords.Of(document);
        return new(KeyOf(article), article, engine.ReadingOf(document), words, stems);
    }

    /// <summary>The same outlet's same words of the same day are one article, whatever file or id they came with.</summary>
    public static string KeyOf(Article article)
    {
        var published = article.Published is { } day ? DayRange.Text(day) : "";
        var content = Encoding.UTF8.GetBytes($"{article.Outlet}\0{published}\0{article.Text}");
        return Convert.ToHexStringLower(SHA256.HashData(content))[..KeyLength];
    }
}
