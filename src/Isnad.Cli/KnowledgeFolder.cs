using System.CommandLine;
using Isnad.Knowledge;
using Isnad.KnowledgeSource;
using Isnad.Pipeline;

namespace Isnad.Cli;

/// <summary>A folder of additions that a user lays over the engine's knowledge.</summary>
internal static class KnowledgeFolder
{
    public static Option<string?> Option() => new("--knowledge") { Description = "A folder of knowledge files to lay over the engine's own (docs/knowledge.md)." };

    /// <summary>The engine with the folder laid over its knowledge, ready to read, or null after saying what is wrong with the folder.</summary>
    public static NewsEngine? Engine(string? folder)
    {
        var engine = Load(folder);
        engine?.Prepare();
        return engine;
    }

    public static NewsEngine With(byte[] pack, ReadingPipeline? pipeline = null) => new(KnowledgeBase.Default.With(pack), pipeline ?? StandardPipeline.Instance);

    private static NewsEngine? Load(string? folder)
    {
        if (folder is null)
        {
            return NewsEngine.Default;
        }

        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"{folder}: no such folder; --knowledge names the folder that holds your knowledge files");
            return null;
        }

        var compiled = KnowledgeCompiler.Compile(folder, includeExamples: false);
        foreach (var issue in compiled.Issues)
        {
            Console.Error.WriteLine(issue.In(folder));
        }

        return compiled.Issues.Count > 0 ? null : With(compiled.Pack);
    }
}
