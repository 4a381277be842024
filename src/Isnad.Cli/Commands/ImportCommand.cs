using System.CommandLine;
using System.Globalization;
using Isnad.Archive.Ingest;
using Isnad.Formats.Annotation;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad import</c>: readings into an archive as they are.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Readings (.json, .jsonl), brat (.ann beside .txt) or WebAnno TSV 3 (.tsv); a folder stands for such files below it.", Arity = ArgumentArity.OneOrMore };
        var into = ArchiveFile.Option("The archive to fill; it is made where there is none.");
        var command = new Command("import", "Takes readings into an archive as they are, without reading the articles anew: isnad import readings.jsonl --into news.db") { files, into };
        command.SetAction((parsed, cancellation) => Task.FromResult(ArchiveFile.With(parsed.GetValue(into)!, readOnly: false, archive =>
        {
            try
            {
                var (added, known) = new ReadingImport(archive, NewsEngine.Default).Run(AnnotatedFiles.Read(parsed.GetValue(files)!), cancellation);
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{added:N0} articles added, {known:N0} known before"));
                return ExitCode.Success;
            }
            catch (Exception x) when (x is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{x.Message}; what came before it is stored");
                return ExitCode.SomeInputsFailed;
            }
            catch (OperationCanceledException)
            {
                Console.Error.WriteLine("stopped; run the same command again to go on");
                return ExitCode.SomeInputsFailed;
            }
        })));
        return command;
    }
}
