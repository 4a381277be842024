using System.CommandLine;
using System.Globalization;
using Isnad.Formats.Annotation;
using Isnad.Reading;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad convert</c>: annotated articles from one format into another.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Readings (.json, .jsonl), brat (.ann beside .txt) or WebAnno TSV 3 (.tsv); a folder stands for such files below it.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = $"{string.Join(", ", AnnotationFormats.Names)} or {AnnotationFormats.Json}.", Required = true };
        format.AcceptOnlyFromAmong([.. AnnotationFormats.Names, AnnotationFormats.Json]);
        var output = new Option<string>("--output", "-o") { Description = "Folder for the files.", Required = true };
        var command = new Command("convert", "Writes annotated articles in another format: isnad convert annotated/ --format json -o readings") { files, format, output };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(format)!, parsed.GetValue(output)!));
        return command;
    }

    private static int Run(string[] files, string format, string folder)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var reading in AnnotatedFiles.Read(files))
            {
                var document = NewsEngine.Default.Analyze(new(reading.Id, reading.Text));
                AnnotationFormats.Write(format, folder, Name(reading, names), document, reading);
            }
        }
        catch (Exception x) when (x is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            Console.Error.WriteLine(x.Message);
            return ExitCode.Of(names.Count, 1);
        }
        catch (Exception x) when (x is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"cannot write the output: {x.Message}");
            return ExitCode.OutputFailed;
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{names.Count:N0} articles"));
        return ExitCode.Success;
    }

    // An id may hold what a file name cannot, and two articles may have one.
    private static string Name(NewsReading reading, HashSet<string> names)
    {
        var plain = string.Concat(reading.Id.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')).TrimStart('.');
        var name = plain.Length == 0 ? "article" : plain;
        for (var n = 2; !names.Add(name); n++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{plain}-{n}");
        }

        return name;
    }
}
