using System.CommandLine;
using Isnad.Formats.Evaluation;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad evaluate</c>: reads gold articles and scores the readings.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var gold = new Argument<string>("gold") { Description = "Folder of gold articles, one JSON file each (docs/evaluation.md)." };
        var readings = new Option<string?>("--readings") { Description = "Score these readings (a folder or .jsonl file) instead of reading the articles now." };
        var knowledge = KnowledgeFolder.Option();
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var command = new Command("evaluate", "Scores readings against gold annotations.") { gold, readings, knowledge, json };
        command.SetAction(parsed =>
        {
            if (KnowledgeFolder.Engine(parsed.GetValue(knowledge)) is not { } engine)
            {
                return ExitCode.KnowledgeErrors;
            }

            try
            {
                var articles = GoldArticles.Load(parsed.GetValue(gold)!);
                var predicted = parsed.GetValue(readings) is { } path ? GoldArticles.Load(path) : GoldArticles.ReadWith(engine, articles);
                var table = Scorer.Score(articles, predicted);
                Console.Out.WriteLine(parsed.GetValue(json) ? table.ToJson() : table.ToText(articles.Count, articles.Keys.Count(predicted.ContainsKey)));
                return ExitCode.Success;
            }
            catch (Exception x) when (x is IOException or UnauthorizedAccessException or InvalidDataException or System.Text.Json.JsonException)
            {
                Console.Error.WriteLine($"{parsed.GetValue(gold)}: cannot evaluate: {x.Message}");
                return ExitCode.AllInputsFailed;
            }
        });
        return command;
    }
}
