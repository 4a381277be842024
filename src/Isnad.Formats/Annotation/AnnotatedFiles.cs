using System.Text;
using System.Text.Json;
using Isnad.Formats.Json;
using Isnad.Reading;

namespace Isnad.Formats.Annotation;

/// <summary>
/// Reads annotated articles: our readings (<c>.json</c>, or <c>.jsonl</c> with one on a line), brat (<c>.ann</c> with the
/// <c>.txt</c> beside it) and WebAnno TSV 3 (<c>.tsv</c>). A folder stands for such files below it.
/// </summary>
public static class AnnotatedFiles
{
    private static readonly string[] Endings = [".json", ".jsonl", ".ann", ".tsv"];
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The readings of files and folders, one by one.</summary>
    /// <exception cref="InvalidDataException">A file is not in its format; the message names it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IEnumerable<NewsReading> Read(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return paths.SelectMany(Files).SelectMany(File);
    }

    private static IEnumerable<string> Files(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(f => Endings.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal)
        : [path];

    private static IEnumerable<NewsReading> File(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        switch (Path.GetExtension(path))
        {
            case ".jsonl":
                return System.IO.File.ReadLines(path, Strict).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => One(path, () => ReadingJson.Read(line)));
            case ".json":
                return [One(path, () => ReadingJson.Read(Text(path)))];
            case ".ann":
                return [One(path, () => BratReader.Read(name, Text(Path.ChangeExtension(path, ".txt")), Text(path)))];
            case ".tsv":
                return [One(path, () => WebAnnoReader.Read(name, Text(path)))];
            default:
                throw new InvalidDataException($"{path}: annotated articles are .json, .jsonl, .ann or .tsv");
        }
    }

    private static NewsReading One(string path, Func<NewsReading> read)
    {
        try
        {
            var reading = read();
            return ReadingCheck.Problem(reading) is { } problem ? throw new InvalidDataException(problem) : reading;
        }
        catch (Exception x) when (x is InvalidDataException or JsonException or DecoderFallbackException)
        {
            throw new InvalidDataException($"{path}: {x.Message}", x);
        }
    }

    private static string Text(string path) => System.IO.File.ReadAllText(path, Strict);
}
