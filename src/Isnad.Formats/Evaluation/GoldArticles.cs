using System.Globalization;
using System.Text.Json;
using Isnad.Formats.Json;

namespace Isnad.Formats.Evaluation;

/// <summary>Loads gold articles or readings: a folder of .json and .jsonl files, or one .jsonl file.</summary>
public static class GoldArticles
{
    /// <exception cref="InvalidDataException">A file is not in the format; the message names it.</exception>
    public static IReadOnlyDictionary<string, GoldArticle> Load(string path)
    {
        var articles = new Dictionary<string, GoldArticle>(StringComparer.Ordinal);
        if (Directory.Exists(path))
        {
            foreach (var file in Directory.EnumerateFiles(path).Where(f => Path.GetExtension(f) is ".json" or ".jsonl").Order(StringComparer.Ordinal))
            {
                LoadFile(file, articles);
            }
        }
        else if (File.Exists(path))
        {
            LoadFile(path, articles);
        }
        else
        {
            throw new FileNotFoundException("no such file or folder", path);
        }

        return articles.Count > 0 ? articles : throw new InvalidDataException("no .json or .jsonl article in it");
    }

    /// <summary>What the engine makes of the gold articles' texts.</summary>
    public static IReadOnlyDictionary<string, GoldArticle> ReadWith(NewsEngine engine, IReadOnlyDictionary<string, GoldArticle> gold) =>
        gold.Values.AsParallel().Select(article => Parse(ReadingJson.Write(engine.Read(new Article(article.Id, article.Text)
        {
            Outlet = article.Outlet,
            Published = DateOnly.TryParseExact(article.Published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        })), article.Id)).ToDictionary(a => a.Id, StringComparer.Ordinal);

    private static void LoadFile(string file, Dictionary<string, GoldArticle> articles)
    {
        var texts = Path.GetExtension(file) == ".json" ? [File.ReadAllText(file)] : File.ReadLines(file);
        foreach (var text in texts.Where(t => !string.IsNullOrWhiteSpace(t)))
        {
            var article = Parse(text, file);
            articles[article.Id] = article;
        }
    }

    private static GoldArticle Parse(string json, string file)
    {
        try
        {
            return JsonSerializer.Deserialize(json, GoldJsonContext.Default.GoldArticle) ?? throw new InvalidDataException($"{file}: empty");
        }
        catch (JsonException x)
        {
            throw new InvalidDataException($"{file}: {x.Message}", x);
        }
    }
}
