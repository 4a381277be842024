using System.Globalization;
using Isnad.Language.Parsing;
using Isnad.Language.Tagging;
using Isnad.Training.Parsing;

namespace Isnad.Training;

/// <summary>Learns to parse, and scores it on held-out sentences.</summary>
internal static class ParsingStep
{
    private const int Rounds = 12;
    private const int Seed = 1;

    public static void Run(ModelFolder folder)
    {
        var clusters = folder.Clusters();
        var (train, tests) = TaggingStep.Split(folder);
        var trainer = new ParserTrainer(clusters, new TagModel(folder.Load("tagging/tags.bin"), clusters));
        var model = new ParserModel(folder.Save("parsing/parser.bin", trainer.Train(train, Rounds, new Random(Seed))));
        foreach (var (name, test) in tests)
        {
            var scores = ParserScores.Measure(test, trainer, model);
            folder.Say(string.Create(CultureInfo.InvariantCulture,
                $"{name}, gold words: UAS {scores.Unlabelled:P1} LAS {scores.Labelled:P1}; of finite verbs subjects F1 {scores.Subjects:P1}, objects F1 {scores.Objects:P1}"));
        }
    }
}
