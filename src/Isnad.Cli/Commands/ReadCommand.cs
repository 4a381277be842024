using System.CommandLine;
using Isnad.Formats.Export;
using Isnad.Formats.Html;
using Isnad.Formats.Import;
using Isnad.Formats.Json;
using Isnad.Reading;
using Spectre.Console;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad read</c>: articles in, readings out.</summary>
internal static class ReadCommand
{
    private const int FilesWithoutProgress = 5;

    public static Command Create()
    {
        var inputs = new Inputs();
        var format = new Option<string>("--format") { Description = "summary (default), json or jsonl.", DefaultValueFactory = _ => "summary" };
        format.AcceptOnlyFromAmong("summary", "json", "jsonl");
        var html = new Option<DirectoryInfo?>("--html") { Description = "Also write one HTML page per article into this folder." };
        var jobs = new Option<int>("--jobs") { Description = "How many articles to read at once (default: one per core).", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("read", "Reads articles: isnad read samples/*.json --html pages");
        inputs.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(html);
        command.Options.Add(jobs);
        command.SetAction(parsed =>
        {
            if (inputs.Engine(parsed) is not { } engine)
            {
                return ExitCode.KnowledgeErrors;
            }

            var pages = parsed.GetValue(html);
            try
            {
                pages?.Create();
                return WithProgress(parsed.GetValue(inputs.Files)!.Length, tick => Run(engine, inputs.Articles(parsed), parsed.GetValue(format)!, pages, Math.Clamp(parsed.GetValue(jobs), 1, 512), tick));
            }
            catch (Exception x) when (x is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"cannot write: {x.Message}");
                return ExitCode.OutputFailed;
            }
        });
        return command;
    }

    private static int Run(NewsEngine engine, IEnumerable<ArticleOrProblem> articles, string format, DirectoryInfo? pages, int jobs, Action tick)
    {
        int read = 0, failed = 0;
        using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false), 1 << 16);
        var pageNames = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var readings = articles.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(item => item.Article is { } article ? Render(engine.Read(article), format, pages is not null) : new Rendered(null, null, null, item.Problem));
        foreach (var (id, text, page, problem) in readings)
        {
            tick();
            if (problem is not null)
            {
                failed++;
                Console.Error.WriteLine(problem.ToString());
                continue;
            }

            read++;
            output.WriteLine(text);
            if (pages is not null)
            {
                File.WriteAllText(Path.Combine(pages.FullName, PageName(id!, pageNames)), page);
            }
        }

        output.Flush();
        return failed == 0 ? ExitCode.Success : read > 0 ? ExitCode.SomeInputsFailed : ExitCode.AllInputsFailed;
    }

    private static Rendered Render(NewsReading reading, string format, bool page) => new(
        reading.Id,
        format switch { "json" => ReadingJson.Write(reading, indented: true), "jsonl" => ReadingJson.Write(reading), _ => ReadingSummary.Write(reading) },
        page ? ReadingPage.Write(reading) : null,
        null);

    // An id may hold anything; a file name may not, and two articles may share an id.
    private static string PageName(string id, HashSet<string> taken)
    {
        var name = string.Concat(id.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')).Trim('.', '-');
        name = name.Length == 0 ? "article" : name[..Math.Min(name.Length, 80)];
        var unique = name;
        for (var n = 2; !taken.Add(unique); n++)
        {
            unique = $"{name}-{n}";
        }

        return unique + ".html";
    }

    // Progress goes to a terminal's error stream only, so that output can be piped.
    private static int WithProgress(int files, Func<Action, int> run)
    {
        if (files < FilesWithoutProgress || Console.IsErrorRedirected)
        {
            return run(() => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask("reading", maxValue: files);
            return run(() => task.Increment(1));
        });
    }

    private sealed record Rendered(string? Id, string? Text, string? Page, ArticleProblem? Problem);
}
