using Isnad.Text;

namespace Isnad.Language.Tagging;

/// <summary>Cuts words into clitics and stems.</summary>
internal sealed class CutModel(LinearModel model, WordClusters clusters)
{
    /// <summary>The best cut of each word of a sentence.</summary>
    public WordCut[] Cut(IReadOnlyList<WrittenWord> words)
    {
        var cuts = new WordCut[words.Count];
        var candidates = new List<WordCut>();
        Span<uint> features = stackalloc uint[CutFeatures.Count];
        Span<int> score = stackalloc int[1];
        for (var i = 0; i < cuts.Length; i++)
        {
            if (words[i].Folded.Length is < 2 or > 40 || !ArabicFolding.IsArabicLetter(words[i].Folded[0]))
            {
                continue;
            }

            WordCut.Candidates(words[i], candidates);
            if (candidates.Count == 1)
            {
                cuts[i] = candidates[0];
                continue;
            }

            var best = int.MinValue;
            foreach (var candidate in candidates)
            {
                score[0] = 0;
                CutFeatures.Of(words, i, candidate, clusters, features);
                model.Add(features, score);

                if (score[0] > best)
                {
                    (best, cuts[i]) = (score[0], candidate);
                }
            }
        }

        return cuts;
    }
}
