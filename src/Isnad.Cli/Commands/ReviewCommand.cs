using System.CommandLine;
using System.Globalization;
using Isnad.Archive.Export;
using Isnad.Archive.Reviews;
using Isnad.Archive.Store;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad review</c>: what people say of the readings of an archive.</summary>
internal static class ReviewCommand
{
    public static Command Create() => new("review", "Says what is right and what is wrong in an archive; what is said is kept, and survives new knowledge.")
    {
        Named("accept", "Says that events are read rightly.", (reviews, names, by, note, reportsOnly) => reviews.Accept(names, by, note, reportsOnly), reports: true),
        Named("reject", "Says that these are no events, or not such ones; they are left out from now on.", (reviews, names, by, note, reportsOnly) => reviews.Reject(names, by, note, reportsOnly), reports: true),
        Named("merge", "Says that events are one.", (reviews, names, by, note, _) => reviews.Merge(names, by, note), reports: false),
        Named("split", "Takes reports out of their event: isnad review split KEY… --into news.db", (reviews, names, by, note, _) => reviews.Split(names, by, note), reports: false),
        Correct(), Undo(), List(), Gold(),
    };

    private static Command Named(string name, string description, Func<ArchiveReviews, string[], string, string?, bool, long> make, bool reports)
    {
        var keys = new Argument<string[]>("key") { Description = "Keys of events or of reports, as isnad query shows them.", Arity = ArgumentArity.OneOrMore };
        var common = new ReviewOptions();
        var command = new Command(name, description) { keys };
        common.AddTo(command, reports);
        command.SetAction(parsed => common.Make(parsed, (reviews, by, note) => make(reviews, parsed.GetValue(keys)!, by, note, common.ReportsOnly(parsed))));
        return command;
    }

    private static Command Correct()
    {
        var key = new Argument<string>("key") { Description = "Key of an event or of a report." };
        var what = new Argument<string[]>("what") { Description = $"What is so in truth, field=value; nothing after the sign where there is none. Fields: {string.Join(", ", CorrectionField.All)}.", Arity = ArgumentArity.OneOrMore };
        var common = new ReviewOptions();
        var command = new Command("correct", "Says what is so in truth: isnad review correct KEY status=scheduled date=2024-05 --into news.db") { key, what };
        common.AddTo(command, reports: true);
        what.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(t => !t.Value.Contains('=', StringComparison.Ordinal)) is { } wrong)
            {
                result.AddError($"«{wrong.Value}»: write field=value, such as status=scheduled");
            }
        });
        command.SetAction(parsed => common.Make(parsed, (reviews, by, note) =>
        {
            var last = 0L;
            foreach (var correction in parsed.GetValue(what)!)
            {
                var sign = correction.IndexOf('=', StringComparison.Ordinal);
                last = reviews.Correct([parsed.GetValue(key)!], correction[..sign].Trim(), correction[(sign + 1)..].Trim(), by, note, common.ReportsOnly(parsed));
            }

            return last;
        }));
        return command;
    }

    private static Command Undo()
    {
        var number = new Argument<long>("number") { Description = "Number of a review, as isnad review list shows it." };
        var common = new ReviewOptions();
        var command = new Command("undo", "Takes a review back; the undo is a review too and may be taken back.") { number };
        common.AddTo(command, reports: false);
        command.SetAction(parsed => common.Make(parsed, (reviews, by, note) => reviews.Undo(parsed.GetValue(number), by, note)));
        return command;
    }

    private static Command List()
    {
        var into = ArchiveFile.Option("The archive.");
        var command = new Command("list", "Lists the reviews of an archive in the order in which they were made.") { into };
        command.SetAction(parsed => ArchiveFile.With(parsed.GetValue(into)!, readOnly: true, archive =>
        {
            foreach (var review in new ArchiveReviews(archive, NewsEngine.Default).All())
            {
                Console.Out.Write(ReviewSummary.Write(review));
            }

            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Gold()
    {
        var into = ArchiveFile.Option("The archive.");
        var output = new Option<string>("--output", "-o") { Description = "Folder for a file per article.", Required = true };
        var partly = new Option<bool>("--partly") { Description = "Also articles of which only some events were reviewed." };
        var command = new Command("gold", "Writes reviewed articles as annotation, for isnad evaluate.") { into, output, partly };
        command.SetAction(parsed => ArchiveFile.With(parsed.GetValue(into)!, readOnly: true, archive =>
        {
            try
            {
                var count = new GoldExport(archive, NewsEngine.Default).Write(parsed.GetValue(output)!, parsed.GetValue(partly));
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} articles"));
                return ExitCode.Success;
            }
            catch (Exception x) when (x is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"cannot write the output: {x.Message}");
                return ExitCode.OutputFailed;
            }
        }));
        return command;
    }
}
