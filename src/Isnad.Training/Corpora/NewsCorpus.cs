using System.IO.Compression;
using System.Text.Json;
using Isnad.Language;

namespace Isnad.Training.Corpora;

/// <summary>Raw news articles, one JSON object a line, gzipped.</summary>
internal static class NewsCorpus
{
    /// <summary>Title and text of every so manieth article.</summary>
    public static IEnumerable<string> Texts(string path, int every)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        for (var number = 0; lines.ReadLine() is { } line; number++)
        {
            if (number % every == 0)
            {
                using var json = JsonDocument.Parse(line);
                yield return $"{json.RootElement.GetProperty("title").GetString()}\n{json.RootElement.GetProperty("text").GetString()}";
            }
        }
    }

    /// <summary>Folded words of every sentence; numbers become «0», marks stay.</summary>
    public static IEnumerable<string[]> Sentences(string path)
    {
        foreach (var text in Texts(path, every: 1))
        {
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
