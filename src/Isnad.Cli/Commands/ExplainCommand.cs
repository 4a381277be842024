using System.CommandLine;
using Isnad.Formats.Export;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad explain</c>: why each event, date and chain.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var inputs = new Inputs();
        var command = new Command("explain", "Says why: the rule, the knowledge entry and the words behind each event, date and chain.");
        inputs.AddTo(command);
        command.SetAction(parsed =>
        {
            if (inputs.Engine(parsed) is not { } engine)
            {
                return ExitCode.KnowledgeErrors;
            }

            int read = 0, failed = 0;
            foreach (var (explanation, problem) in inputs.Units(parsed).SelectMany(unit => SafeReading.Read(engine, unit, ReadingExplanation.Write)))
            {
                if (explanation is null)
                {
                    failed++;
                    Console.Error.WriteLine(problem!.ToString());
                }
                else
                {
                    read++;
                    Console.Out.WriteLine(explanation);
                }
            }

            return ExitCode.Of(read, failed);
        });
        return command;
    }
}
