using System.CommandLine;
using Isnad.Archive;
using Isnad.Web.Mcp;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad mcp</c>: an archive for a language model.</summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var archive = new Argument<string?>("archive") { Description = "The archive to ask; without one the invented sample articles.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("mcp", "Lets a language model ask an archive (Model Context Protocol) over standard input and output: isnad mcp news.db") { archive };
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                await McpProcess.Run(parsed.GetValue(archive), NewsEngine.Default, cancellation);
                return ExitCode.Success;
            }
            catch (ArchiveException x)
            {
                Console.Error.WriteLine(x.ToString());
                return ExitCode.ArchiveFailed;
            }
        });
        return command;
    }
}
