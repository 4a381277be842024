using System.CommandLine;
using Isnad.Cli.Commands;

namespace Isnad.Cli;

/// <summary>The commands of the tool.</summary>
internal static class CommandLine
{
    public static RootCommand Create() => new("Reads Arabic news: who did what to whom, when, where, in what state of reality, and according to whom.")
    {
        ReadCommand.Create(),
        ExplainCommand.Create(),
        CompareCommand.Create(),
        IngestCommand.Create(),
        WorkCommand.Create(),
        ClusterCommand.Create(),
        QueryCommand.Create(),
        ExportCommand.Create(),
        ServeCommand.Create(),
        KeyCommand.Create(),
        McpCommand.Create(),
        ImportCommand.Create(),
        ConvertCommand.Create(),
        ReviewCommand.Create(),
        RereadCommand.Create(),
        StagesCommand.Create(),
        KnowledgeCommand.Create(),
        ActorsCommand.Create(),
        EvaluateCommand.Create(),
    };
}
