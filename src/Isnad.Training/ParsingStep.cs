using Isnad.Language.Parsing;
using Isnad.Language.Tagging;
using Isnad.Training.Corpora;
using Isnad.Training.Parsing;
using Isnad.Training.Tagging;

namespace Isnad.Training;

/// <summary>
/// Learns to parse, and scores it on held-out sentences. A first parser reads raw news, which tells what words are used to do
/// (<see cref="RoleCounter"/>); the second, with that knowledge, is the one that ships.
/// </summary>
internal static class ParsingStep
{
    private const int FirstRounds = 8;
    private const int Rounds = 20;
    private const int TagRounds = 8;
    private const int Folds = 5;
    private const int Seed = 1;

    // Every twelfth article: 1.4 million words.
    private const int EveryArticle = 12;

    // Fewer features make a smaller file and a faster parser.
    private const int LeastUpdates = 5;

    public static void Run(ModelFolder folder)
    {
        var clusters = folder.Clusters();
        var (train, tests) = TaggingStep.Split(folder);
        var tagger = new TagModel(folder.Load("tagging/tags.bin"), clusters);
        var unseen = UnseenTags(train, clusters);
        var roles = Roles(folder, train, unseen, clusters, tagger);
        var trainer = new ParserTrainer(clusters, roles, tagger);
        var model = new ParserModel(folder.Save("parsing/parser.bin", trainer.Train(train, unseen, Rounds, new Random(Seed)), LeastUpdates));
        var cutter = new CutModel(folder.Load("tagging/cuts.bin"), clusters);
        foreach (var (name, test) in tests)
        {
            folder.Say($"{name}, gold words and tags of the tagger: {ParserScores.Measure(test, trainer, model)}");
            folder.Say($"{name}, from text: {ParserScores.MeasureOnText(test, cutter, tagger, trainer, model)}");
        }
    }

    private static WordRoles Roles(ModelFolder folder, List<TreeSentence> train, Dictionary<TreeSentence, byte[]> unseen, WordClusters clusters, TagModel tagger)
    {
        var trainer = new ParserTrainer(clusters, WordRoles.Empty, tagger);
        var parser = new ParserModel(trainer.Train(train, unseen, FirstRounds, new Random(Seed)).ToModel());
        var counter = new RoleCounter(new CutModel(folder.Load("tagging/cuts.bin"), clusters), tagger, trainer, parser);
        foreach (var text in NewsCorpus.Texts(folder.Corpus("news", "news.jsonl.gz"), EveryArticle))
        {
            counter.Count(text);
        }

        Directory.CreateDirectory(folder.Model("parsing"));
        var roles = counter.Roles();
        using var file = File.Create(folder.Model("parsing/roles.bin"));
        roles.Write(file);
        folder.Say($"parsing/roles.bin: {roles.Count} words");
        return roles;
    }

    /// <summary>Tags as a tagger gives them that has not seen the sentence: the parser has to live with their errors.</summary>
    private static Dictionary<TreeSentence, byte[]> UnseenTags(List<TreeSentence> train, WordClusters clusters)
    {
        var tags = new Dictionary<TreeSentence, byte[]>(ReferenceEqualityComparer.Instance);
        for (var fold = 0; fold < Folds; fold++)
        {
            var tagger = new TagModel(TagTrainer.Train([.. train.Where((_, i) => i % Folds != fold)], clusters, TagRounds, new Random(Seed)).ToModel(), clusters);
            foreach (var sentence in train.Where((_, i) => i % Folds == fold))
            {
                tags[sentence] = tagger.Tag(TagTrainer.Segments(sentence));
            }
        }

        return tags;
    }
}
