using System.CommandLine;
using System.Globalization;
using Isnad.Formats.Import;
using Isnad.KnowledgeSource;
using Isnad.Knowledge;
using Isnad.Pipeline;

namespace Isnad.Cli;

/// <summary>Arguments and options that commands share.</summary>
internal sealed class Inputs
{
    public Argument<string[]> Files { get; } = new("files")
    {
        Description = "Article files (.txt, .json, .jsonl, .html), or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<DateOnly?> Published { get; } = new("--published")
    {
        Description = "The day the articles came out, for those that do not say it (2019-03-23).",
        CustomParser = result => DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Refuse(result, $"«{result.Tokens[0].Value}» is no date; write it as 2019-03-23"),
    };

    public Option<string?> Outlet { get; } = new("--outlet") { Description = "Name of the outlet, for articles that do not say it." };

    public Option<string?> Knowledge { get; } = new("--knowledge") { Description = "A folder of knowledge files to lay over the engine's own." };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Files);
        command.Options.Add(Published);
        command.Options.Add(Outlet);
        command.Options.Add(Knowledge);
    }

    /// <summary>The engine with the user's knowledge, or null after saying what is wrong with it.</summary>
    public NewsEngine? Engine(ParseResult parsed) => EngineWith(parsed.GetValue(Knowledge));

    public static NewsEngine? EngineWith(string? folder)
    {
        if (folder is null)
        {
            return NewsEngine.Default;
        }

        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"{folder}: no such knowledge folder");
            return null;
        }

        var compiled = KnowledgeCompiler.Compile(folder, includeExamples: false);
        foreach (var issue in compiled.Issues)
        {
            Console.Error.WriteLine(issue.ToString());
        }

        return compiled.Issues.Count > 0 ? null : new NewsEngine(KnowledgeBase.Default.With(compiled.Pack), StandardPipeline.Instance);
    }

    /// <summary>Articles and problems in the order of the arguments; reads lazily.</summary>
    public IEnumerable<ArticleOrProblem> Articles(ParseResult parsed)
    {
        var defaults = new ArticleDefaults(parsed.GetValue(Published), parsed.GetValue(Outlet));
        foreach (var file in parsed.GetValue(Files) ?? [])
        {
            foreach (var article in file == "-" ? ArticleReader.Read("standard-input", StandardInput(), defaults) : ArticleReader.ReadFile(file, defaults))
            {
                yield return article;
            }
        }
    }

    private static byte[] StandardInput()
    {
        using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static DateOnly? Refuse(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return null;
    }
}
