using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Isnad.Formats.Import;

namespace Isnad.Cli;

/// <summary>Arguments and options of the commands that take articles.</summary>
internal sealed class Inputs
{
    private const string StandardInput = "-";

    public Argument<string[]> Files { get; } = new("files")
    {
        Description = "Article files (.txt, .json, .jsonl, .csv, .html, also as .gz or in a .zip), folders of them, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<DateOnly?> Published { get; } = new("--published")
    {
        Description = "The day the articles came out, for those that do not say it (2019-03-23).",
        CustomParser = result => DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Refuse(result, $"--published: «{result.Tokens[0].Value}» is no date; write it as 2019-03-23"),
    };

    public Option<string?> Outlet { get; } = new("--outlet") { Description = "Name of the outlet, for articles that do not say it." };

    public Option<string?> Knowledge { get; } = KnowledgeFolder.Option();

    public void AddTo(Command command)
    {
        command.Arguments.Add(Files);
        command.Options.Add(Published);
        command.Options.Add(Outlet);
        command.Options.Add(Knowledge);
    }

    /// <summary>The engine with the user's knowledge, or null after saying what is wrong with it.</summary>
    public NewsEngine? Engine(ParseResult parsed) => KnowledgeFolder.Engine(parsed.GetValue(Knowledge));

    /// <summary>The pieces of all inputs in the order of the arguments; opens nothing before it is asked for.</summary>
    public IEnumerable<ArticleUnit> Units(ParseResult parsed)
    {
        var defaults = Defaults(parsed);
        foreach (var file in parsed.GetValue(Files) ?? [])
        {
            var units = file == StandardInput
                ? ArticleFiles.Open("standard-input", Console.OpenStandardInput(), defaults)
                : ArticleFiles.Open(file, defaults);
            foreach (var unit in units)
            {
                yield return unit;
            }
        }
    }

    /// <summary>What the command line says of articles that do not say it themselves.</summary>
    public ArticleDefaults Defaults(ParseResult parsed) => new(parsed.GetValue(Published), parsed.GetValue(Outlet));

    private static DateOnly? Refuse(ArgumentResult result, string message)
    {
        result.AddError(message);
        return null;
    }
}
