using System.Text;
using Isnad.Formats.Json;
using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Formats.Annotation;

/// <summary>Formats of annotation tools and treebanks, a file or two per article.</summary>
public static class AnnotationFormats
{
    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>The formats by name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["timeml", "conllu", "brat", "webanno"];

    /// <summary>Our own format beside them: a reading as JSON.</summary>
    public const string Json = "json";

    /// <summary>Writes an article into a folder.</summary>
    /// <param name="format">One of <see cref="Names"/>, or <see cref="Json"/>.</param>
    /// <param name="folder">It is made where there is none.</param>
    /// <param name="name">Name of the files, without ending.</param>
    /// <param name="document">The article as the engine takes it apart.</param>
    /// <param name="reading">What is read in it, by the engine or by people.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string format, string folder, string name, NewsDocument document, NewsReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        switch (format)
        {
            case "timeml":
                using (var stream = File.Create(path + ".tml"))
                {
                    TimeMlWriter.Write(reading, stream);
                }

                break;
            case "conllu":
                File.WriteAllText(path + ".conllu", ConllUWriter.Write(document, reading), Utf8);
                break;
            case "brat":
                File.WriteAllText(path + ".txt", reading.Text, Utf8);
                File.WriteAllText(path + ".ann", BratWriter.Write(reading), Utf8);
                File.WriteAllText(Path.Combine(folder, "annotation.conf"), BratWriter.Configuration(Export.Labels.EventTypes.Keys), Utf8);
                break;
            case "webanno":
                File.WriteAllText(path + ".tsv", WebAnnoWriter.Write(document, reading), Utf8);
                break;
            case Json:
                File.WriteAllText(path + ".json", ReadingJson.Write(reading, indented: true), Utf8);
                break;
            default:
                throw new ArgumentException($"there is no format «{format}»", nameof(format));
        }
    }
}
