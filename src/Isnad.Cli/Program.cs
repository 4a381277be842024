using System.CommandLine;
using System.Text;
using Isnad.Cli.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("Reads Arabic news: who did what to whom, when, where, in what state of reality, and according to whom.")
{
    ReadCommand.Create(),
    ExplainCommand.Create(),
    StagesCommand.Create(),
    KnowledgeCommand.Create(),
    EvaluateCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
