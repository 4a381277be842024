using System.CommandLine;
using System.Text;
using Isnad.Formats.Comparison;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad compare</c>: which outlet calls the same actor what, how often, since when.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var inputs = new Inputs();
        var format = new Option<string>("--format") { Description = "text (default) or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var actor = new Option<string?>("--actor") { Description = "Only actors whose name (in either language), country code or entry contains this." };
        var top = Number("--top", "At most so many actors, the most often named first (default 20).", 20);
        var names = Number("--names", "Show at most so many names of each actor as text (default 8).", 8);
        var min = Number("--min", "Leave out names used fewer times (default 2).", 2);
        var jobs = Number("--jobs", "How many articles to read at once (default: one per core).", Environment.ProcessorCount);
        var command = new Command("compare", "Compares what outlets call the same actors: isnad compare news.jsonl --actor TUR") { format, actor, top, names, min, jobs };
        inputs.AddTo(command);
        command.SetAction(parsed =>
        {
            if (inputs.Engine(parsed) is not { } engine)
            {
                return ExitCode.KnowledgeErrors;
            }

            var profiles = new NamingProfiles(engine.Knowledge);
            var code = ProgressBar.Run(null, tick => Run(engine, inputs, parsed, parsed.GetValue(jobs), profiles, tick));
            var comparison = profiles.Compare().Only(parsed.GetValue(actor), parsed.GetValue(top), parsed.GetValue(min));
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
            output.WriteLine(parsed.GetValue(format) == "json" ? ComparisonJson.Write(comparison) : ComparisonText.Write(comparison, parsed.GetValue(names)).TrimEnd());
            return code;
        });
        return command;
    }

    private static int Run(NewsEngine engine, Inputs inputs, ParseResult parsed, int jobs, NamingProfiles profiles, Action tick)
    {
        int read = 0, failed = 0;
        foreach (var results in OrderedParallel.Select(inputs.Units(parsed), jobs, unit => SafeReading.Read(engine, unit, reading => reading)))
        {
            foreach (var (reading, problem) in results)
            {
                if (reading is null)
                {
                    failed++;
                    Console.Error.WriteLine(problem!.ToString());
                    continue;
                }

                read++;
                profiles.Add(reading);
            }

            tick();
        }

        return ExitCode.Of(read, failed);
    }

    private static Option<int> Number(string name, string description, int fallback)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => fallback };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(int.TryParse(result.Tokens[0].Value, out var wanted) && wanted is >= 1 and <= 100_000))
            {
                result.AddError($"{name}: «{result.Tokens[0].Value}» is no number from 1 to 100000");
            }
        });
        return option;
    }
}
