using Spectre.Console;

namespace Isnad.Cli;

/// <summary>Progress over many articles, on a terminal's error stream only, so that output can be piped.</summary>
internal static class ProgressBar
{
    private const int ArticlesWithout = 5;

    /// <summary>Runs with a callback to call after each article.</summary>
    /// <param name="articles">How many there are; null where that is not known beforehand.</param>
    public static int Run(int? articles, Func<Action, int> run)
    {
        if (articles < ArticlesWithout || Console.IsErrorRedirected)
        {
            return run(() => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var columns = articles is null
            ? new ProgressColumn[] { new SpinnerColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn() }
            : [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()];
        return console.Progress().AutoClear(true).Columns(columns).Start(context =>
        {
            var task = context.AddTask("reading", maxValue: articles ?? double.MaxValue);
            var done = 0;
            return run(() =>
            {
                task.Increment(1);
                task.Description = $"{++done} read";
            });
        });
    }
}
