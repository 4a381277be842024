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
            foreach (var item in inputs.Articles(parsed))
            {
                if (item.Article is not { } article)
                {
                    failed++;
                    Console.Error.WriteLine(item.Problem!.ToString());
                    continue;
                }

                read++;
                Console.Out.WriteLine(ReadingExplanation.Write(engine.Read(article)));
            }

            return failed == 0 ? ExitCode.Success : read > 0 ? ExitCode.SomeInputsFailed : ExitCode.AllInputsFailed;
        });
        return command;
    }
}
