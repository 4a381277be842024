using System.Globalization;
using Isnad.Language.Tagging;
using Isnad.Training.Corpora;
using Isnad.Training.Tagging;

namespace Isnad.Training;

/// <summary>Learns to cut clitics and to tell word classes, and scores both on held-out sentences.</summary>
internal static class TaggingStep
{
    private const int CutRounds = 12;
    private const int TagRounds = 20;
    private const int Seed = 1;

    public static void Run(ModelFolder folder)
    {
        var clusters = folder.Clusters();
        var (train, tests) = Split(folder);
        var cutter = new CutModel(folder.Save("tagging/cuts.bin", CutTrainer.Train(train, clusters, CutRounds, new Random(Seed))), clusters);
        var tagger = new TagModel(folder.Save("tagging/tags.bin", TagTrainer.Train(train, clusters, TagRounds, new Random(Seed))), clusters);
        foreach (var (name, test) in tests)
        {
            var scores = TagScores.Measure(test, cutter, tagger);
            folder.Say(string.Create(CultureInfo.InvariantCulture,
                $"{name}: words {scores.Words:P2} ({scores.AnalysedWords:P2} where the treebank analyses them), UPOS on gold words {scores.TagsOnGold:P2}, UPOS from text {scores.TagsOnText:P2}"));
        }
    }

    /// <summary>Every tenth sentence of each treebank is held out.</summary>
    public static (List<TreeSentence> Train, List<(string Name, List<TreeSentence> Sentences)> Tests) Split(ModelFolder folder)
    {
        var train = new List<TreeSentence>();
        var tests = new List<(string, List<TreeSentence>)>();
        foreach (var name in new[] { "padt", "pud" })
        {
            var all = TreeSentence.Read(folder.Corpus("treebank", $"{name}-train.conllu")).ToList();
            train.AddRange(all.Where((_, i) => i % 10 != 9));
            tests.Add((name, [.. all.Where((_, i) => i % 10 == 9)]));
        }

        return (train, tests);
    }
}
