using System.CommandLine;
using System.Globalization;
using Isnad.Archive;
using Isnad.Cluster;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad cluster</c>: fills the queue of a cluster and says how it stands.</summary>
internal static class ClusterCommand
{
    public static Command Create() => new("cluster", "The queue of a cluster of workers.") { Submit(), Status(), Adopt() };

    public static Option<string> Nats() => new("--nats") { Description = "The NATS server with JetStream.", DefaultValueFactory = _ => "nats://127.0.0.1:4222" };

    /// <summary>Says what is wrong where a cluster cannot be reached or refuses.</summary>
    public static async Task<int> With(Func<Task<int>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (ClusterException x)
        {
            Console.Error.WriteLine(x.ToString());
            return ExitCode.ClusterFailed;
        }
        catch (ArchiveException x)
        {
            Console.Error.WriteLine(x.ToString());
            return ExitCode.ArchiveFailed;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("stopped; run the same command again to go on");
            return ExitCode.SomeInputsFailed;
        }
    }

    private static Command Submit()
    {
        var inputs = new Inputs();
        var nats = Nats();
        var command = new Command("submit", "Puts articles into the queue: isnad cluster submit news.jsonl.gz --nats nats://host");
        command.Arguments.Add(inputs.Files);
        command.Options.Add(inputs.Published);
        command.Options.Add(inputs.Outlet);
        command.Options.Add(nats);
        command.SetAction((parsed, cancellation) => With(async () =>
        {
            var submit = new ClusterSubmit(parsed.GetValue(nats)!, inputs.Defaults(parsed)) { Problem = problem => Console.Error.WriteLine(problem.ToString()) };
            var result = await submit.Run(parsed.GetValue(inputs.Files)!, cancellation).ConfigureAwait(false);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Sent:N0} articles queued, {result.Known:N0} known to the queue, {result.Rejected:N0} rejected"));
            return result.Rejected == 0 ? ExitCode.Success : ExitCode.Of((int)Math.Min(int.MaxValue, result.Sent + result.Known), 1);
        }));
        return command;
    }

    private static Command Status()
    {
        var nats = Nats();
        var command = new Command("status", "Says how the queue and the workers stand.") { nats };
        command.SetAction((parsed, cancellation) => With(async () =>
        {
            var status = await ClusterStatus.Read(parsed.GetValue(nats)!, cancellation).ConfigureAwait(false);
            Console.Out.WriteLine($"reads with  {status.Stamp ?? "(no worker has joined yet)"}");
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"queued      {status.Queued:N0} articles, {status.QueuedBytes:N0} bytes"));
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"in hand     {status.InHand:N0}, of which {status.Again:N0} again"));
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"given up    {status.Dead:N0}"));
            foreach (var reason in status.Reasons)
            {
                Console.Out.WriteLine($"            {reason}");
            }

            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"workers     {status.Workers.Count:N0}"));
            foreach (var worker in status.Workers)
            {
                Console.Out.WriteLine($"            {worker}");
            }

            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Adopt()
    {
        var nats = Nats();
        var knowledge = KnowledgeFolder.Option();
        var command = new Command("adopt", "Lets the cluster read with this version and knowledge from now on; stop its workers first.") { nats, knowledge };
        command.SetAction((parsed, cancellation) => With(async () =>
        {
            if (KnowledgeFolder.Engine(parsed.GetValue(knowledge)) is not { } engine)
            {
                return ExitCode.KnowledgeErrors;
            }

            await ClusterStatus.Adopt(parsed.GetValue(nats)!, engine, cancellation).ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }
}
