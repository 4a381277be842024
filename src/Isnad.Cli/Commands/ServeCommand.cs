using System.CommandLine;
using Isnad.Archive;
using Isnad.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad serve</c>: the reading room.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 5080;
    private const int LargestPort = 65535;

    public static Command Create()
    {
        var archive = new Argument<string?>("archive") { Description = "The archive to show; without one the invented sample articles.", Arity = ArgumentArity.ZeroOrOne };
        var port = new Option<int>("--port") { Description = $"The port to listen on ({DefaultPort}); 0 takes a free one.", DefaultValueFactory = _ => DefaultPort };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ } token] && (!int.TryParse(token.Value, out var number) || number is < 0 or > LargestPort))
            {
                result.AddError($"--port: «{token.Value}» is no port; it is a number from 0 to {LargestPort}");
            }
        });
        var command = new Command("serve", "Shows an archive in a browser, in Arabic and English: isnad serve news.db") { archive, port };
        command.SetAction((parsed, cancellation) => Serve(parsed.GetValue(archive), parsed.GetValue(port), cancellation));
        return command;
    }

    private static async Task<int> Serve(string? archive, int port, CancellationToken cancellation)
    {
        try
        {
            await using var room = ReadingRoom.Build(new() { Archive = archive, Url = $"http://127.0.0.1:{port}" }, NewsEngine.Default);
            await room.StartAsync(cancellation);
            Console.Out.WriteLine($"{room.Urls.First()}");
            Console.Error.WriteLine(archive is null ? "the invented samples; isnad serve news.db shows an archive of yours. Ctrl+C ends." : $"{archive}; Ctrl+C ends.");
            await room.WaitForShutdownAsync(cancellation);
            return ExitCode.Success;
        }
        catch (ArchiveException x)
        {
            Console.Error.WriteLine(x.ToString());
            return ExitCode.ArchiveFailed;
        }
        catch (IOException x)
        {
            Console.Error.WriteLine($"cannot listen on port {port}: {x.Message}; --port takes another");
            return ExitCode.OutputFailed;
        }
    }
}
