using System.CommandLine;
using Isnad.Archive.Query;

namespace Isnad.Cli.Commands;

/// <summary>Keeps queries in the archive under a name.</summary>
internal sealed class QuerySaving
{
    private readonly Option<string?> save = new("--save") { Description = "Keep the query in the archive under this name, for --saved." };
    private readonly Option<bool> list = new("--list-saved") { Description = "List the queries that the archive keeps." };
    private readonly Option<string?> forget = new("--forget") { Description = "Forget the saved query of this name." };

    public void AddTo(Command command)
    {
        command.Options.Add(save);
        command.Options.Add(list);
        command.Options.Add(forget);
    }

    public bool Wanted(ParseResult parsed) => parsed.GetValue(save) is not null || parsed.GetValue(list) || parsed.GetValue(forget) is not null;

    public int Run(ParseResult parsed, string text, string location)
    {
        if (parsed.GetValue(list))
        {
            return ArchiveFile.With(location, readOnly: true, archive =>
            {
                foreach (var saved in new SavedQueries(archive).All())
                {
                    Console.Out.WriteLine($"{saved.Name}: {saved.Query}");
                }

                return ExitCode.Success;
            });
        }

        if (parsed.GetValue(forget) is { } name)
        {
            return ArchiveFile.With(location, readOnly: false, archive =>
            {
                if (new SavedQueries(archive).Delete(name))
                {
                    return ExitCode.Success;
                }

                Console.Error.WriteLine($"--forget: the archive keeps no query «{name}»");
                return ExitCode.Usage;
            });
        }

        return QueryText.With(text, query => ArchiveFile.With(location, readOnly: false, archive =>
        {
            try
            {
                new SavedQueries(archive).Save(parsed.GetValue(save)!, query);
                return ExitCode.Success;
            }
            catch (ArgumentException x)
            {
                Console.Error.WriteLine($"--save: {x.Message}");
                return ExitCode.Usage;
            }
        }));
    }
}
