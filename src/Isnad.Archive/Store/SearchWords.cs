using System.Text;
using Isnad.Language;
using Isnad.Pipeline;

namespace Isnad.Archive.Store;

/// <summary>
/// The words of a text as they are indexed and looked for: folded, and once more without clitics and article, so that
/// «بغداد» finds «وبغداد» and «رئيس» finds «للرئيس».
/// </summary>
internal static class SearchWords
{
    // «الى», «اله»: what would be left is no word.
    private const int ShortestArticled = 5;

    /// <summary>The folded words of an article and their stems, in text order.</summary>
    public static (string Words, string Stems) Of(NewsDocument document)
    {
        var words = new StringBuilder();
        var stems = new StringBuilder();
        foreach (var token in document.Tokens.Where(IsWord))
        {
            words.Append(token.Folded).Append(' ');
            stems.Append(Stem(document, token)).Append(' ');
        }

        return (words.ToString(), stems.ToString());
    }

    /// <summary>The spellings to look for. A word alone may be cut otherwise than in its sentence, so both are tried.</summary>
    public static SearchPhrase Phrase(NewsEngine engine, string phrase)
    {
        var document = engine.Analyze(new Article("query", phrase));
        var (words, stems) = Of(document);
        var uncut = string.Join(' ', document.Tokens.Where(IsWord).Select(token => WithoutArticle(token.Folded)));
        return new([words.TrimEnd()], [.. new[] { stems.TrimEnd(), uncut }.Distinct(StringComparer.Ordinal)]);
    }

    private static bool IsWord(Token token) => token.Kind is TokenKind.Word or TokenKind.Number or TokenKind.Foreign && token.Folded.Any(char.IsLetterOrDigit);

    private static string Stem(NewsDocument document, Token token)
    {
        var (folded, cut) = (token.Folded, document.Tags[token.Index]);
        if (cut.Prefix + cut.Suffix >= folded.Length)
        {
            return folded;
        }

        var stem = folded[cut.Prefix..^cut.Suffix];
        // «لل» is ل and the article, whose alef is not written.
        if (cut.Prefix > 0 && folded[cut.Prefix - 1] == 'ل' && stem.Length > 2 && stem[0] == 'ل')
        {
            return stem[1..];
        }

        // «سوقاً» is of «سوق»: the alef carries the vowel mark and no more.
        if (cut.Suffix == 0 && stem.Length > 2 && stem[^1] == 'ا' && HasTanwin(document.Text.AsSpan(token.Span.Start, token.Span.Length)))
        {
            return WithoutArticle(stem[..^1]);
        }

        // Before a pronoun the ending ة is written ت: «زيارته» is of «زيارة».
        stem = cut.Suffix > 0 && stem[^1] == 'ت' ? $"{stem[..^1]}ه" : stem;
        return WithoutArticle(stem);
    }

    private static bool HasTanwin(ReadOnlySpan<char> written) => written.EndsWith("ا\u064B" /* fathatan */, StringComparison.Ordinal) || written.EndsWith("\u064Bا", StringComparison.Ordinal);

    private static string WithoutArticle(string word) => word.Length >= ShortestArticled && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;
}
