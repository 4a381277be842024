using Isnad.Language.Tagging;
using Isnad.Text;
using Isnad.Training.Corpora;
using Isnad.Training.Learning;

namespace Isnad.Training.Tagging;

/// <summary>Learns where words are cut.</summary>
internal static class CutTrainer
{
    public static AveragedPerceptron Train(IReadOnlyList<TreeSentence> sentences, WordClusters clusters, int rounds, Random random)
    {
        var perceptron = new AveragedPerceptron(["cut"]);
        var order = sentences.ToArray();
        var candidates = new List<WordCut>();
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var sentence in order)
            {
                var words = sentence.WrittenWords();
                for (var i = 0; i < words.Count; i++)
                {
                    if (words[i].Folded.Length >= 2 && ArabicFolding.IsArabicLetter(words[i].Folded[0]) && sentence.CutOf(sentence.Tokens[i]) is { } gold)
                    {
                        Learn(perceptron, words, i, gold, clusters, candidates);
                    }
                }
            }
        }

        return perceptron;
    }

    private static void Learn(AveragedPerceptron perceptron, List<WrittenWord> words, int at, WordCut gold, WordClusters clusters, List<WordCut> candidates)
    {
        WordCut.Candidates(words[at], candidates);
        if (candidates.Count == 1 || !candidates.Contains(gold))
        {
            return;
        }

        Span<uint> features = stackalloc uint[CutFeatures.Count];
        Span<float> score = stackalloc float[1];
        var (best, bestScore) = (default(WordCut), float.NegativeInfinity);
        foreach (var candidate in candidates)
        {
            score[0] = 0;
            CutFeatures.Of(words, at, candidate, clusters, features);
            perceptron.Add(features, score);
            if (score[0] > bestScore)
            {
                (best, bestScore) = (candidate, score[0]);
            }
        }

        if (best != gold)
        {
            CutFeatures.Of(words, at, gold, clusters, features);
            perceptron.Update(features, 0, 1);
            CutFeatures.Of(words, at, best, clusters, features);
            perceptron.Update(features, 0, -1);
        }

        perceptron.Step();
    }
}
