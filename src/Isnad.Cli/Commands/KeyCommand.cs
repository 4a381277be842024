using System.CommandLine;
using Isnad.Web.Security;

namespace Isnad.Cli.Commands;

/// <summary><c>isnad key</c>: a key for the server.</summary>
internal static class KeyCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "Whose it is." };
        var role = new Option<AccessRole>("--role") { Description = "What its holder may do: reader (the default), reviewer or admin.", DefaultValueFactory = _ => AccessRole.Reader };
        var into = new Option<string?>("--into") { Description = "The file of keys to add it to; made where there is none." };
        var command = new Command("key", "Makes a key for isnad serve: what the server keeps goes to standard output or into a file, the key itself to standard error") { name, role, into };
        command.SetAction(parsed =>
        {
            var (secret, key) = AccessKey.Create(parsed.GetRequiredValue(name), parsed.GetValue(role));
            if (parsed.GetValue(into) is { } file)
            {
                try
                {
                    key.AddTo(file);
                }
                catch (Exception x) when (x is IOException or UnauthorizedAccessException or InvalidDataException)
                {
                    Console.Error.WriteLine(x.Message);
                    return ExitCode.OutputFailed;
                }
            }
            else
            {
                Console.Out.WriteLine(key.ToJson());
            }

            Console.Error.WriteLine($"the key, shown this once: {secret}");
            return ExitCode.Success;
        });
        return command;
    }
}
