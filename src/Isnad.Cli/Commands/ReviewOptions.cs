using System.CommandLine;
using System.Globalization;
using Isnad.Archive;
using Isnad.Archive.Reviews;

namespace Isnad.Cli.Commands;

/// <summary>What every review takes: the archive, who says it and why.</summary>
internal sealed class ReviewOptions
{
    private readonly Option<string> into = ArchiveFile.Option("The archive.");
    private readonly Option<string> by = new("--by") { Description = "Who says so; your user name where not said.", DefaultValueFactory = _ => Environment.UserName };
    private readonly Option<string?> note = new("--note") { Description = "Why." };
    private readonly Option<bool> report = new("--report") { Description = "A key means one report, also where an event has the same key." };

    public void AddTo(Command command, bool reports)
    {
        command.Options.Add(into);
        command.Options.Add(by);
        command.Options.Add(note);
        if (reports)
        {
            command.Options.Add(report);
        }
    }

    public bool ReportsOnly(ParseResult parsed) => parsed.GetValue(report);

    /// <summary>Makes a review and says its number; a review that is impossible is a mistake in the command line.</summary>
    public int Make(ParseResult parsed, Func<ArchiveReviews, string, string?, long> make) => ArchiveFile.With(parsed.GetValue(into)!, readOnly: false, archive =>
    {
        try
        {
            var number = make(new(archive, NewsEngine.Default), parsed.GetValue(by)!, parsed.GetValue(note));
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"review {number}"));
            return ExitCode.Success;
        }
        catch (ArchiveException x) when (x.Code == "KH3006")
        {
            Console.Error.WriteLine(x.ToString());
            return ExitCode.Usage;
        }
    });
}
