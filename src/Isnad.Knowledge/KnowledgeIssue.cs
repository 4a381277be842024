namespace Isnad.KnowledgeSource;

/// <summary>Something wrong in a knowledge file, said so that its author can go straight to the line.</summary>
/// <param name="File">Path relative to the knowledge folder.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Code">Stable code, documented in docs/knowledge.md.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record KnowledgeIssue(string File, int Line, string Code, string Message)
{
    /// <summary>The form that MSBuild and editors turn into a link.</summary>
    public string ToBuildMessage(string folder) => $"{Path.Combine(folder, File)}({Line},1): error {Code}: {Message}";

    /// <summary>The message with a path that terminals and editors can open.</summary>
    public string In(string folder) => $"{Path.Combine(folder, File)}:{Line}: {Code}: {Message}";

    public override string ToString() => $"{File}:{Line}: {Code}: {Message}";
}
