namespace Isnad.Cli;

/// <summary>Exit codes of every command; docs/cli.md lists them.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Some inputs gave no reading; the others were read.</summary>
    public const int SomeInputsFailed = 1;

    /// <summary>No input gave a reading.</summary>
    public const int AllInputsFailed = 2;

    /// <summary>The knowledge folder has errors, or an example does not come out as written.</summary>
    public const int KnowledgeErrors = 3;

    /// <summary>An output could not be written.</summary>
    public const int OutputFailed = 4;

    /// <summary>The archive cannot be opened, read or written.</summary>
    public const int ArchiveFailed = 5;

    /// <summary>The cluster cannot be reached, or refuses this worker.</summary>
    public const int ClusterFailed = 6;

    /// <summary>The command line is wrong (EX_USAGE of sysexits.h, so that it cannot be taken for a failed input).</summary>
    public const int Usage = 64;

    /// <summary>The code that counts of inputs amount to.</summary>
    public static int Of(int read, int failed) => failed == 0 ? Success : read > 0 ? SomeInputsFailed : AllInputsFailed;
}
