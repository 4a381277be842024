namespace Isnad.Cli;

/// <summary>Exit codes of every command; docs/cli.md lists them.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Some inputs gave no article; the others were read.</summary>
    public const int SomeInputsFailed = 1;

    /// <summary>No input gave an article.</summary>
    public const int AllInputsFailed = 2;

    /// <summary>The knowledge folder has errors, or an example does not come out as written.</summary>
    public const int KnowledgeErrors = 3;

    /// <summary>An output could not be written.</summary>
    public const int OutputFailed = 4;
}
