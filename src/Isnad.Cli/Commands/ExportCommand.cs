using System.CommandLine;
using System.Globalization;
using Isnad.Archive.Export;
using Isnad.Archive.Query;
using Isnad.Formats.Annotation;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad export</c>: events in the formats of others.</summary>
internal static class ExportCommand
{
    private const string StandardOutput = "-";
    private static readonly IReadOnlyList<string> Names = [.. ArchiveExport.Formats.Select(f => f.Name), .. AnnotationFormats.Names];

    public static Command Create()
    {
        var text = QueryText.Argument("Which events (docs/archive.md); all where not said.");
        var saved = QueryText.Saved();
        var into = ArchiveFile.Option("The archive to export from.");
        var format = new Option<string>("--format") { Description = $"{string.Join(", ", Names)}.", Required = true };
        format.AcceptOnlyFromAmong([.. Names]);
        var output = new Option<string>("--output", "-o") { Description = "File to write, - for standard output; a folder for csv, parquet, gdelt and formats of annotation.", Required = true };
        var command = new Command("export", "Writes events in the formats of others: isnad export 'type:assault' --into news.db --format csv -o assaults") { text, into, saved, format, output };
        command.SetAction(parsed => QueryText.With(parsed.GetValue(text) ?? "", asked =>
        {
            var (name, target) = (parsed.GetValue(format)!, parsed.GetValue(output)!);
            if (target == StandardOutput && ArchiveExport.Formats.FirstOrDefault(f => f.Name == name) is null or { IsFolder: true })
            {
                Console.Error.WriteLine($"--output: {name} is several files; name a folder");
                return ExitCode.Usage;
            }

            return ArchiveFile.With(parsed.GetValue(into)!, readOnly: true, archive => QueryText.And(asked, parsed.GetValue(saved), archive, query =>
            {
                try
                {
                    var events = new ArchiveSearch(archive, NewsEngine.Default).Find(query);
                    if (AnnotationFormats.Names.Contains(name))
                    {
                        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new ArticleExport(archive, NewsEngine.Default).Write(name, events, target):N0} articles"));
                        return ExitCode.Success;
                    }

                    var count = target == StandardOutput ? ArchiveExport.Write(name, events, Console.OpenStandardOutput()) : ArchiveExport.Write(name, events, target);
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} events"));
                    return ExitCode.Success;
                }
                catch (Exception x) when (x is IOException or UnauthorizedAccessException)
                {
                    Console.Error.WriteLine($"cannot write the output: {x.Message}");
                    return ExitCode.OutputFailed;
                }
            }));
        }));
        return command;
    }
}
