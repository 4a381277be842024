using System.CommandLine;
using Isnad.Formats.Evaluation;
using Isnad.Formats.Import;

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
        var dates = new Option<bool>("--dates") { Description = "Score the estimate of each article's own date instead: takes articles with a date, which is withheld." };
        var sample = new Option<int?>("--sample") { Description = "With --dates: score only so many articles, drawn by --seed." };
        var seed = new Option<int>("--seed") { Description = "With --sample: which draw (default 1).", DefaultValueFactory = _ => 1 };
        var command = new Command("evaluate", "Scores readings against gold annotations.") { gold, readings, knowledge, json, dates, sample, seed };
        command.SetAction(parsed =>
        {
            if (KnowledgeFolder.Engine(parsed.GetValue(knowledge)) is not { } engine)
            {
                return ExitCode.KnowledgeErrors;
            }

            if (parsed.GetValue(dates))
            {
                var score = DatingScorer.Score(DatingScorer.Draw(ArticleFiles.Open(parsed.GetValue(gold)!, ArticleDefaults.None), parsed.GetValue(sample), parsed.GetValue(seed)));
                Console.Out.WriteLine(score.ToText());
                return score.Articles > 0 ? ExitCode.Success : ExitCode.AllInputsFailed;
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
