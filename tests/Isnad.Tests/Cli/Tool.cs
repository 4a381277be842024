using System.Diagnostics;
using System.Text;
using Isnad.Tests.Architecture;

namespace Isnad.Tests.Cli;

/// <summary>Runs the tool as its users do: as a process with its own streams.</summary>
internal static class Tool
{
    public sealed record Run(int Code, string Output, string Errors);

    public static Run Isnad(params string[] arguments) => IsnadWith(null, arguments);

    public static Run IsnadWith(byte[]? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Isnad.Cli.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Repository.Root,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using (var stdin = process.StandardInput.BaseStream)
        {
            stdin.Write(input ?? []);
        }

        if (!process.WaitForExit(HangGuard.Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"isnad {string.Join(' ', arguments)} does not end");
        }

        return new(process.ExitCode, output.Result, errors.Result);
    }
}
