using System.CommandLine;
using System.Globalization;
using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad reread</c>: brings an archive to the knowledge of today.</summary>
internal static class RereadCommand
{
    public static Command Create()
    {
        var into = ArchiveFile.Option("The archive to bring up to date.");
        var knowledge = KnowledgeFolder.Option();
        var jobs = JobsOption.Create();
        var command = new Command("reread", "Reads again the articles of an archive that another engine or other knowledge read, and says what has changed.") { into, knowledge, jobs };
        command.SetAction((parsed, cancellation) =>
        {
            if (KnowledgeFolder.Engine(parsed.GetValue(knowledge)) is not { } engine)
            {
                return Task.FromResult(ExitCode.KnowledgeErrors);
            }

            return Task.FromResult(ArchiveFile.With(parsed.GetValue(into)!, readOnly: false, archive =>
            {
                try
                {
                    using var line = new IngestProgressLine();
                    var rereader = new Rereader(archive, engine, parsed.GetValue(jobs));
                    var stale = rereader.Stale;
                    var result = rereader.Run(done => line.Show(new("", done, 0, 0, stale > 0 ? Math.Min(1, done / (double)stale) : null)), cancellation);
                    new Fuser(archive, engine).Run(line.ShowFused, cancellation);
                    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{result.Articles:N0} articles read again; {result.Changed:N0} tell something else: {result.Added:N0} mentions added, {result.Removed:N0} removed, {result.Altered:N0} altered"));
                    return ExitCode.Success;
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
}
