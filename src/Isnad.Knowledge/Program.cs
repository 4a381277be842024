// Build-time entry: isnad-knowledge FOLDER PACK. Compiles knowledge/*.yaml into the pack that the engine embeds.
using Isnad.KnowledgeSource;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: Isnad.Knowledge FOLDER PACK");
    return 2;
}

var compiled = KnowledgeCompiler.Compile(args[0], includeExamples: false);
foreach (var issue in compiled.Issues)
{
    Console.Error.WriteLine(issue.ToBuildMessage(args[0]));
}

if (compiled.Issues.Count > 0)
{
    return 1;
}

var target = Path.GetFullPath(args[1]);
Directory.CreateDirectory(Path.GetDirectoryName(target)!);
File.WriteAllBytes(target, compiled.Pack);
return 0;
