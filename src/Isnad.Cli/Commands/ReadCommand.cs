using System.CommandLine;
using System.Text;
using Isnad.Formats.Export;
using Isnad.Formats.Html;
using Isnad.Formats.Import;
using Isnad.Formats.Json;
using Isnad.Reading;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad read</c>: articles in, readings out.</summary>
internal static class ReadCommand
{
    private static readonly string[] OneArticleEach = [".txt", ".text", ".json", ".html", ".htm", ".xhtml"];

    private sealed record Rendered(NewsReading Reading, string Text, string? Page);

    public static Command Create()
    {
        var inputs = new Inputs();
        var format = new Option<string>("--format") { Description = "summary (default), json or jsonl.", DefaultValueFactory = _ => "summary" };
        format.AcceptOnlyFromAmong("summary", "json", "jsonl");
        var html = new Option<string?>("--html") { Description = "Also write one HTML page per article into this folder." };
        var jobs = JobsOption.Create();
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

            try
            {
                var pages = parsed.GetValue(html) is { } folder ? new PageFolder(folder) : null;
                var write = Renderer(parsed.GetValue(format)!, pages is not null);
                return ProgressBar.Run(Count(parsed.GetValue(inputs.Files)!), tick => Run(engine, inputs.Units(parsed), write, pages, parsed.GetValue(jobs), tick));
            }
            catch (Exception x) when (x is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"cannot write the output: {x.Message}");
                return ExitCode.OutputFailed;
            }
        });
        return command;
    }

    private static int Run(NewsEngine engine, IEnumerable<ArticleUnit> units, Func<NewsReading, Rendered> render, PageFolder? pages, int jobs, Action tick)
    {
        int read = 0, failed = 0;
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        foreach (var results in OrderedParallel.Select(units, jobs, unit => SafeReading.Read(engine, unit, render)))
        {
            foreach (var (rendered, problem) in results)
            {
                if (rendered is null)
                {
                    failed++;
                    Console.Error.WriteLine(problem!.ToString());
                    continue;
                }

                read++;
                output.WriteLine(rendered.Text);
                pages?.Add(rendered.Reading, rendered.Page!);
            }

            tick();
        }

        output.Flush();
        pages?.Finish();
        return ExitCode.Of(read, failed);
    }

    private static Func<NewsReading, Rendered> Renderer(string format, bool page)
    {
        Func<NewsReading, string> text = format switch
        {
            "json" => reading => ReadingJson.Write(reading, indented: true),
            "jsonl" => reading => ReadingJson.Write(reading),
            _ => ReadingSummary.Write,
        };
        return reading => new(reading, text(reading), page ? ReadingPage.Write(reading) : null);
    }

    // Folders, JSON lines and standard input hold nobody knows how many.
    private static int? Count(string[] files) =>
        files.All(file => OneArticleEach.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)) ? files.Length : null;
}
