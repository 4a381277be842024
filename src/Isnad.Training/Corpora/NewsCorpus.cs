using System.IO.Compression;
using System.Text.Json;
using Isnad.Language;

namespace Isnad.Training.Corpora;

/// <summary>Raw news articles, one JSON object a line, gzipped.</summary>
internal static class NewsCorpus
{
    /// <summary>Folded words of every sentence; numbers become «0», marks stay.</summary>
    public static IEnumerable<string[]> Sentences(string path)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var article = json.RootElement;
            var text = $"{article.GetProperty("title").GetString()}\n{article.GetProperty("text").GetString()}";
            var (tokens, sentences) = Tokenizer.Tokenize(text);
            foreach (var sentence in sentences)
            {
                var words = new string[sentence.EndToken - sentence.FirstToken];
                for (var i = 0; i < words.Length; i++)
                {
                    var token = tokens[sentence.FirstToken + i];
                    words[i] = token.Kind == TokenKind.Number ? "0" : token.Folded;
                }

                yield return words;
            }
        }
    }
}
