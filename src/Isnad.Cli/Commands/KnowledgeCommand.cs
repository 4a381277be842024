using System.CommandLine;
using Isnad.KnowledgeSource;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad knowledge check</c>: says what is wrong in a knowledge folder, with file and line.</summary>
internal static class KnowledgeCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Knowledge folder to check.", DefaultValueFactory = _ => "knowledge" };
        var check = new Command("check", "Checks form, fields and examples of every entry.") { folder };
        check.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder)!;
            if (!Directory.Exists(path))
            {
                Console.Error.WriteLine($"{path}: no such folder; name the folder that holds your knowledge files");
                return ExitCode.AllInputsFailed;
            }

            var compiled = KnowledgeCompiler.Compile(path, includeExamples: true);
            foreach (var issue in compiled.Issues)
            {
                Console.Error.WriteLine(issue.ToString());
            }

            Console.Out.WriteLine($"{compiled.Records.Count} records, {compiled.Issues.Count} issues");
            return compiled.Issues.Count == 0 ? ExitCode.Success : ExitCode.KnowledgeErrors;
        });
        return new Command("knowledge", "Works on knowledge files.") { check };
    }
}
