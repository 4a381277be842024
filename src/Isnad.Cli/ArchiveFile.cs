using System.CommandLine;
using Isnad.Archive;
using Isnad.Archive.Store;

namespace Isnad.Cli;

/// <summary>The archive that a command works on.</summary>
internal static class ArchiveFile
{
    public static Option<string> Option(string description) => new("--into") { Description = description, Required = true };

    /// <summary>Does something with an archive, and says what is wrong where it cannot.</summary>
    public static int With(string location, bool readOnly, Func<NewsArchive, int> run)
    {
        try
        {
            using var archive = NewsArchive.Open(location, readOnly);
            return run(archive);
        }
        catch (ArchiveException x)
        {
            Console.Error.WriteLine(x.ToString());
            return ExitCode.ArchiveFailed;
        }
    }
}
