using System.CommandLine;
using Isnad.Archive;
using Isnad.Web;
using Isnad.Web.Alerts;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad serve</c>: the reading room.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 5080;
    private const int LargestPort = 65535;
    private const int DefaultRate = 1200;

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
        var listen = new Option<string>("--listen") { Description = "The address to listen on (127.0.0.1); any other needs --keys and --host.", DefaultValueFactory = _ => "127.0.0.1" };
        var keys = new Option<string?>("--keys") { Description = "A file with the keys of those who may come in; isnad key makes them." };
        var oidc = new Option<string?>("--oidc") { Description = "A file that names the identity provider (OpenID Connect) that people sign in through." };
        var alerts = new Option<string?>("--alerts") { Description = "A file with queries whose finds are sent to others as they come in." };
        var host = new Option<string[]>("--host") { Description = "A name by which others ask for the server; may be given several times." };
        var rate = new Option<int>("--rate") { Description = "How often a program may ask /api in a minute, by key or address (1200).", DefaultValueFactory = _ => DefaultRate };
        rate.Validators.Add(result =>
        {
            if (result.Tokens is [{ } token] && (!int.TryParse(token.Value, out var number) || number < 1))
            {
                result.AddError($"--rate: «{token.Value}» is no number of requests; it is 1 or more");
            }
        });
        var command = new Command("serve", "Shows an archive in a browser, in Arabic and English: isnad serve news.db") { archive, port, listen, keys, oidc, alerts, host, rate };
        command.SetAction((parsed, cancellation) => Serve(
            new() { Archive = parsed.GetValue(archive), Url = Address(parsed.GetValue(listen)!, parsed.GetValue(port)), Hosts = parsed.GetValue(host) ?? [], RequestsPerMinute = parsed.GetValue(rate) },
            new(parsed.GetValue(keys), parsed.GetValue(oidc), parsed.GetValue(alerts)), cancellation));
        return command;
    }

    private static string Address(string listen, int port) => $"http://{(listen.Contains(':', StringComparison.Ordinal) && !listen.StartsWith('[') ? $"[{listen}]" : listen)}:{port}";

    private static async Task<int> Serve(ReadingRoomOptions options, Files files, CancellationToken cancellation)
    {
        try
        {
            await using var room = ReadingRoom.Build(files.Load(options), NewsEngine.Default);
            await room.StartAsync(cancellation);
            Console.Out.WriteLine($"{room.Urls.First()}");
            Console.Error.WriteLine(options.Archive is null ? "the invented samples; isnad serve news.db shows an archive of yours. Ctrl+C ends." : $"{options.Archive}; Ctrl+C ends.");
            await room.WaitForShutdownAsync(cancellation);
            return ExitCode.Success;
        }
        catch (ArchiveException x)
        {
            Console.Error.WriteLine(x.ToString());
            return ExitCode.ArchiveFailed;
        }
        catch (Exception x) when (x is ArgumentException or InvalidDataException)
        {
            Console.Error.WriteLine(x.Message);
            return ExitCode.Usage;
        }
        catch (IOException x)
        {
            Console.Error.WriteLine($"cannot listen on {options.Url}, or read one of the files: {x.Message}");
            return ExitCode.OutputFailed;
        }
    }

    /// <summary>What stands in files, since it holds secrets.</summary>
    private sealed record Files(string? Keys, string? Provider, string? Alerts)
    {
        public ReadingRoomOptions Load(ReadingRoomOptions options) => options with
        {
            Keys = Keys is null ? [] : AccessKey.Load(Keys),
            Provider = Provider is null ? null : IdentityProvider.Load(Provider),
            Alerts = Alerts is null ? null : AlertSettings.Load(Alerts),
        };
    }
}
