using System.CommandLine;
using Isnad.Archive.Export;
using Isnad.Archive.Query;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad query</c>: asks an archive.</summary>
internal static class QueryCommand
{
    private const int DefaultLimit = 20;

    public static Command Create()
    {
        var text = new Argument<string>("query") { Description = "What to look for, such as: type:assault place:إدلب since:2024-01 (docs/archive.md)." };
        var into = ArchiveFile.Option("The archive to ask.");
        var format = new Option<string>("--format") { Description = "summary (default) or jsonl.", DefaultValueFactory = _ => "summary" };
        format.AcceptOnlyFromAmong("summary", "jsonl");
        var limit = new Option<int>("--limit") { Description = $"How many to show at most ({DefaultLimit}; 0 for all).", DefaultValueFactory = _ => DefaultLimit };
        var why = new Option<bool>("--why") { Description = "With the summary: also show why the reports are held to tell of one event, and what speaks against others." };
        var command = new Command("query", "Asks an archive: isnad query 'type:assault place:إدلب' --into news.db") { text, into, format, limit, why };
        command.SetAction(parsed => QueryText.With(parsed.GetValue(text)!, query => ArchiveFile.With(parsed.GetValue(into)!, readOnly: true, archive =>
        {
            var search = new ArchiveSearch(archive, NewsEngine.Default);
            Func<StoredEvent, string> write = parsed.GetValue(format) == "jsonl" ? ArchiveJson.Write : EventSummary.Write;
            var shown = 0;
            foreach (var e in search.Find(query, parsed.GetValue(limit)))
            {
                Console.Out.WriteLine(write(e));
                shown++;
                foreach (var decision in parsed.GetValue(why) && write == EventSummary.Write ? search.Decisions(e) : [])
                {
                    Console.Out.WriteLine(DecisionSummary.Write(decision));
                }
            }

            if (shown > 0 && shown == parsed.GetValue(limit))
            {
                Console.Error.WriteLine($"{shown} of {search.Count(query)} events; --limit 0 shows all");
            }

            return ExitCode.Success;
        })));
        return command;
    }
}
