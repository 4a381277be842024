using System.CommandLine;
using Isnad.Archive.Export;
using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad query</c>: asks an archive.</summary>
internal static class QueryCommand
{
    private const int DefaultLimit = 20;

    public static Command Create()
    {
        var text = QueryText.Argument("What to look for, such as: type:assault place:إدلب since:2024-01 (docs/archive.md); everything where not said.");
        var into = ArchiveFile.Option("The archive to ask.");
        var format = new Option<string>("--format") { Description = "summary (default) or jsonl.", DefaultValueFactory = _ => "summary" };
        format.AcceptOnlyFromAmong("summary", "jsonl");
        var limit = new Option<int>("--limit") { Description = $"How many to show at most ({DefaultLimit}; 0 for all).", DefaultValueFactory = _ => DefaultLimit };
        var why = new Option<bool>("--why") { Description = "With the summary: also show why the reports are held to tell of one event, and what speaks against others." };
        var saved = QueryText.Saved();
        var (sums, saving) = (new QuerySums(), new QuerySaving());
        var command = new Command("query", "Asks an archive: isnad query 'type:assault place:إدلب' --into news.db") { text, into, saved, format, limit, why };
        sums.AddTo(command);
        saving.AddTo(command);
        command.SetAction(parsed => saving.Wanted(parsed)
            ? saving.Run(parsed, parsed.GetValue(text) ?? "", parsed.GetValue(into)!)
            : QueryText.With(parsed.GetValue(text) ?? "", asked => ArchiveFile.With(parsed.GetValue(into)!, readOnly: true, archive => QueryText.And(asked, parsed.GetValue(saved), archive, query =>
            {
                var asJson = parsed.GetValue(format) == "jsonl";
                if (sums.Wanted(parsed))
                {
                    sums.Show(parsed, new ArchivePages(archive, NewsEngine.Default), query, parsed.GetValue(limit), asJson);
                }
                else
                {
                    ShowEvents(archive, query, parsed.GetValue(limit), asJson, parsed.GetValue(why));
                }

                return ExitCode.Success;
            }))));
        return command;
    }

    private static void ShowEvents(NewsArchive archive, EventQuery query, int limit, bool asJson, bool why)
    {
        var search = new ArchiveSearch(archive, NewsEngine.Default);
        var shown = 0;
        foreach (var e in search.Find(query, limit))
        {
            Console.Out.WriteLine(asJson ? ArchiveJson.Write(e) : EventSummary.Write(e));
            shown++;
            foreach (var decision in why && !asJson ? search.Decisions(e) : [])
            {
                Console.Out.WriteLine(DecisionSummary.Write(decision));
            }
        }

        if (shown > 0 && shown == limit)
        {
            Console.Error.WriteLine($"{shown} of {search.Count(query)} events; --limit 0 shows all");
        }
    }
}
