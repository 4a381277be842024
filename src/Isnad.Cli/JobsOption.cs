using System.CommandLine;

namespace Isnad.Cli;

/// <summary>How many articles to read at once.</summary>
internal static class JobsOption
{
    private const int MostJobs = 512;

    public static Option<int> Create()
    {
        var jobs = new Option<int>("--jobs") { Description = "How many articles to read at once (default: one per core).", DefaultValueFactory = _ => Environment.ProcessorCount };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(int.TryParse(result.Tokens[0].Value, out var wanted) && wanted is >= 1 and <= MostJobs))
            {
                result.AddError($"--jobs: «{result.Tokens[0].Value}» is no number from 1 to {MostJobs}");
            }
        });
        return jobs;
    }
}
