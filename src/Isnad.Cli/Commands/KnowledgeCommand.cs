using System.CommandLine;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad knowledge check</c>: says what is wrong in a knowledge folder, with file and line.</summary>
internal static class KnowledgeCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Knowledge folder to check.", DefaultValueFactory = _ => "knowledge" };
        var check = new Command("check", "Checks the form, the fields, the verbs and the examples of every entry.") { folder };
        check.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder)!;
            if (!Directory.Exists(path))
            {
                Console.Error.WriteLine($"{path}: no such folder; name the folder that holds your knowledge files");
                return ExitCode.AllInputsFailed;
            }

            var checkup = KnowledgeCheck.Run(path);
            foreach (var issue in checkup.Issues)
            {
                Console.Error.WriteLine(issue.In(path));
            }

            Console.Out.WriteLine($"{checkup.Records} records, {checkup.Examples} examples, {checkup.Issues.Count} issues");
            return checkup.Issues.Count == 0 ? ExitCode.Success : ExitCode.KnowledgeErrors;
        });
        return new Command("knowledge", "Works on knowledge files.") { check };
    }
}
