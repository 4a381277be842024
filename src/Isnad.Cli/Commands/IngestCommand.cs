using System.CommandLine;
using System.Globalization;
using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad ingest</c>: articles into an archive.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var inputs = new Inputs();
        var into = ArchiveFile.Option("The archive to fill; it is made where there is none.");
        var jobs = JobsOption.Create();
        var command = new Command("ingest", "Reads articles and keeps them in an archive: isnad ingest news.jsonl.gz --into news.db");
        inputs.AddTo(command);
        var fetching = new FetchingOptions(command);
        command.Options.Add(into);
        command.Options.Add(jobs);
        command.SetAction((parsed, cancellation) =>
        {
            if (inputs.Engine(parsed) is not { } engine)
            {
                return Task.FromResult(ExitCode.KnowledgeErrors);
            }

            return Task.FromResult(ArchiveFile.With(parsed.GetValue(into)!, readOnly: false, archive =>
            {
                try
                {
                    using var line = new IngestProgressLine();
                    var ingester = new Ingester(archive, engine, parsed.GetValue(jobs)) { Fetching = fetching.Of(parsed) };
                    var result = ingester.Run(parsed.GetValue(inputs.Files)!, inputs.Defaults(parsed), line.Show, cancellation);
                    new Fuser(archive, engine).Run(line.ShowFused, cancellation);
                    return Report(result);
                }
                catch (OperationCanceledException)
                {
                    Console.Error.WriteLine("stopped; run the same command again to go on");
                    return ExitCode.SomeInputsFailed;
                }
            }));
        });
        return command;
    }

    private static int Report(IngestResult result)
    {
        foreach (var problem in result.Rejected)
        {
            Console.Error.WriteLine(problem.ToString());
        }

        if (result.RejectedCount > result.Rejected.Count)
        {
            Console.Error.WriteLine($"… and {result.RejectedCount - result.Rejected.Count} more; the archive lists all of them in its table «rejected»");
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{result.Added:N0} articles added, {result.Known:N0} known before, {result.RejectedCount:N0} rejected{(result.Skipped > 0 ? $", {result.Skipped:N0} sources unchanged since they were taken in" : "")}"));
        return result.RejectedCount == 0 ? ExitCode.Success : ExitCode.Of((int)Math.Min(int.MaxValue, result.Added + result.Known), 1);
    }
}
