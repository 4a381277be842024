// isnad-train STEP DATA MODELS: learns the models that the engine embeds and prints their scores on held-out sentences. A step
// reads with the engine as it was built: scripts/train builds it anew between the steps.
using System.Diagnostics;
using Isnad.Training;

string[] steps = ["clusters", "tagging", "names", "parsing", "dating", "events"];
if (args is not [var step, var data, var models, .. var rest] || !(step is "candidates" || steps.Contains(step)))
{
    Console.Error.WriteLine($"usage: Isnad.Training {string.Join('|', steps)} DATA MODELS");
    Console.Error.WriteLine("       Isnad.Training candidates DATA MODELS [SEED [ARTICLES]]");
    return 2;
}

if (!Directory.Exists(data))
{
    Console.Error.WriteLine($"{data}: no such folder; name the folder that holds treebank/, ner/, gsr/ and news/ (docs/models.md)");
    return 2;
}

var clock = Stopwatch.StartNew();
var folder = new ModelFolder(data, models, text => Console.Error.WriteLine($"{clock.Elapsed:mm\\:ss} {text}"));
switch (step)
{
    case "clusters":
        ClusterStep.Run(folder);
        break;
    case "tagging":
        TaggingStep.Run(folder);
        break;
    case "parsing":
        ParsingStep.Run(folder);
        break;
    case "events":
        JudgeStep.Run(folder);
        break;
    case "names":
        NamesStep.Run(folder);
        break;
    case "candidates":
        CandidateSample.Write(folder, Console.Out, rest is [var seed, ..] ? int.Parse(seed, null) : 1, rest is [_, var articles] ? int.Parse(articles, null) : 300);
        break;
    default:
        DatingStep.Run(folder);
        break;
}

return 0;
