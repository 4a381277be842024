using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using Isnad.Cli;
using Isnad.Cli.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var parsed = CommandLine.Create().Parse(args.Length == 0 ? ["--help"] : args);
if (parsed.Action is ParseErrorAction mistake)
{
    // Help belongs to who asks for it; after a mistake it would bury the message.
    mistake.ShowHelp = false;
    await parsed.InvokeAsync();
    Console.Error.WriteLine("isnad --help lists the commands, isnad COMMAND --help the options of one");
    return ExitCode.Usage;
}

return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = WorkCommand.Patience(parsed) });
