using System.CommandLine;
using Isnad.Pipeline;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad stages</c>: what is done to an article, in order.</summary>
internal static class StagesCommand
{
    public static Command Create()
    {
        var command = new Command("stages", "Lists the stages of reading, what each reads and writes, and the version of the knowledge.");
        command.SetAction(_ =>
        {
            var number = 0;
            foreach (var stage in StandardPipeline.Instance.Stages)
            {
                Console.Out.WriteLine($"{++number}. {stage.Name}: {stage.Purpose}");
                Console.Out.WriteLine($"   reads:  {stage.Reads}");
                Console.Out.WriteLine($"   writes: {stage.Writes}");
            }

            var knowledge = NewsEngine.Default.Knowledge;
            Console.Out.WriteLine($"knowledge {knowledge.Hash}: {knowledge.Records.Count} records");
            return ExitCode.Success;
        });
        return command;
    }
}
