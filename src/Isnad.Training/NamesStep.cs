using System.Globalization;
using Isnad.Knowledge;
using Isnad.Language.Tagging;
using Isnad.Training.Corpora;
using Isnad.Training.Names;

namespace Isnad.Training;

/// <summary>Learns to find names, and scores it on a held-out fifth.</summary>
internal static class NamesStep
{
    private const int Rounds = 10;
    private const int Seed = 1;

    public static void Run(ModelFolder folder)
    {
        var clusters = folder.Clusters();
        var lists = NameListing.Of(KnowledgeBase.Default);
        var trainer = new NameTrainer(new CutModel(folder.Load("tagging/cuts.bin"), clusters), new TagModel(folder.Load("tagging/tags.bin"), clusters), clusters, lists);
        var all = NameSentence.Read(folder.Corpus("ner", "ANERCorp_CamelLab_train.txt")).ToList();
        var model = new NameModel(folder.Save("names/names.bin", trainer.Train([.. all.Where((_, i) => i % 5 != 4)], Rounds, new Random(Seed))));
        foreach (var score in trainer.Measure([.. all.Where((_, i) => i % 5 == 4)], model))
        {
            folder.Say(string.Create(CultureInfo.InvariantCulture, $"held out, {score.Type}: P {score.Precision:P1} R {score.Recall:P1} F1 {score.F1:P1} of {score.Gold}"));
        }
    }
}
