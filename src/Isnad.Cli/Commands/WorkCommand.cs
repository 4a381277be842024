using System.CommandLine;
using System.Globalization;
using Isnad.Archive;
using Isnad.Cluster;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad work</c>: a worker of a cluster.</summary>
internal static class WorkCommand
{
    private const string Name = "work";

    /// <summary>
    /// How long a command may take to end once it is asked to. A worker stores what it has in hand, however long its articles
    /// take: whoever supervises it sets the limit. All others leave nothing half done, or the next run goes on with it.
    /// </summary>
    public static TimeSpan Patience(ParseResult parsed) => parsed.CommandResult.Command.Name == Name ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        var nats = ClusterCommand.Nats();
        var database = new Option<string>("--db") { Description = "The archive: postgres://user@host/database.", Required = true };
        var jobs = JobsOption.Create();
        var knowledge = KnowledgeFolder.Option();
        var untilEmpty = new Option<bool>("--until-empty") { Description = "End once the queue is empty and everything is put together." };
        var fuseEvery = new Option<int>("--fuse-every") { Description = "Seconds after which what came is put together while more keeps coming.", DefaultValueFactory = _ => 300 };
        var command = new Command(Name, "Reads articles from a queue that many machines share: isnad work --nats nats://host --db postgres://user@host/news")
        {
            nats, database, jobs, knowledge, untilEmpty, fuseEvery,
        };
        command.SetAction((parsed, cancellation) => ClusterCommand.With(async () =>
        {
            if (!parsed.GetValue(database)!.StartsWith("postgres", StringComparison.Ordinal) && !parsed.GetValue(database)!.StartsWith("Host=", StringComparison.OrdinalIgnoreCase))
            {
                Console.Error.WriteLine("--db: workers share an archive in PostgreSQL, postgres://user@host/database; for a file there is isnad ingest");
                return ExitCode.Usage;
            }

            if (KnowledgeFolder.Engine(parsed.GetValue(knowledge)) is not { } engine)
            {
                return ExitCode.KnowledgeErrors;
            }

            var worker = new ClusterWorker(parsed.GetValue(nats)!, parsed.GetValue(database)!, engine, parsed.GetValue(jobs))
            {
                UntilEmpty = parsed.GetValue(untilEmpty),
                FuseEvery = TimeSpan.FromSeconds(parsed.GetValue(fuseEvery)),
                Say = Console.Error.WriteLine,
            };
            var result = await worker.Run(cancellation).ConfigureAwait(false);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Added:N0} articles added, {result.Known:N0} known before, {result.Dead:N0} given up"));
            return ExitCode.Success;
        }));
        return command;
    }
}
