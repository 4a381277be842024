using System.CommandLine;
using Isnad.Formats.Import;
using Isnad.Formats.Suggestions;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad actors suggest</c>: the recurring names that knowledge does not list yet.</summary>
internal static class ActorsCommand
{
    public static Command Create() => new("actors", "Works on the actors that knowledge lists.") { Suggest() };

    private static Command Suggest()
    {
        var inputs = new Inputs();
        var fewest = Number("--min-articles", 3, "Leave out names of fewer articles; 3 by default.");
        var most = Number("--limit", 50, "How many names to write; 50 by default.");
        var jobs = JobsOption.Create();
        var command = new Command("suggest", "Writes the recurring names that knowledge does not list, as entries to complete.");
        inputs.AddTo(command);
        command.Options.Add(fewest);
        command.Options.Add(most);
        command.Options.Add(jobs);
        command.SetAction(parsed =>
        {
            if (inputs.Engine(parsed) is not { } engine)
            {
                return ExitCode.KnowledgeErrors;
            }

            var list = new SuggestionList();
            var code = ProgressBar.Run(null, tick => Gather(engine, inputs.Units(parsed), list, parsed.GetValue(jobs), tick));
            Console.Out.Write(list.Write(parsed.GetValue(fewest), parsed.GetValue(most)));
            return code;
        });
        return command;
    }

    private static int Gather(NewsEngine engine, IEnumerable<ArticleUnit> units, SuggestionList list, int jobs, Action tick)
    {
        int read = 0, failed = 0;
        foreach (var results in OrderedParallel.Select(units, jobs, unit => SafeReading.Each(unit, article => UnknownNames.Of(engine.Analyze(article)))))
        {
            foreach (var (names, problem) in results)
            {
                if (names is null)
                {
                    failed++;
                    Console.Error.WriteLine(problem!.ToString());
                    continue;
                }

                read++;
                list.Add(names);
            }

            tick();
        }

        return ExitCode.Of(read, failed);
    }

    private static Option<int> Number(string name, int usual, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var number) && number > 0))
            {
                result.AddError($"{name}: «{token.Value}» is no positive whole number");
            }
        });
        return option;
    }
}
