using Isnad.Language.Tagging;
using Isnad.Text;
using Isnad.Training.Corpora;

namespace Isnad.Training.Tagging;

/// <summary>Scores of cutting and tagging on held-out sentences.</summary>
/// <param name="Words">F1 of syntactic words, by where they begin and end in the text.</param>
/// <param name="AnalysedWords">The same without tokens that the treebank leaves unanalysed (UPOS X), clitics and all.</param>
/// <param name="TagsOnGold">Accuracy of UPOS on gold segmentation.</param>
/// <param name="TagsOnText">F1 of words that are cut and tagged right, from raw tokens.</param>
internal sealed record TagScores(double Words, double AnalysedWords, double TagsOnGold, double TagsOnText)
{
    public static TagScores Measure(IReadOnlyList<TreeSentence> sentences, CutModel cutter, TagModel tagger)
    {
        int gold = 0, predicted = 0, same = 0, tagged = 0, taggedOnGold = 0, goldUnanalysed = 0, predictedUnanalysed = 0, sameUnanalysed = 0;
        foreach (var sentence in sentences)
        {
            var onGold = tagger.Tag(TagTrainer.Segments(sentence));
            taggedOnGold += onGold.Zip(sentence.Words).Count(p => tagger.Labels[p.First] == p.Second.Tag);

            var words = sentence.WrittenWords();
            var cuts = cutter.Cut(words);
            var segments = new List<Segment>();
            for (var t = 0; t < words.Count; t++)
            {
                Segment.Add(words[t], cuts[t], t, segments);
            }

            var tags = tagger.Tag(segments);
            var at = 0;
            for (var t = 0; t < words.Count; t++)
            {
                var token = sentence.Tokens[t];
                var mine = new Dictionary<(int, int), string>();
                foreach (var piece in Pieces(words[t].Folded.Length, cuts[t]))
                {
                    mine[piece] = tagger.Labels[tags[at++]];
                }

                gold += token.WordCount;
                predicted += mine.Count;
                var truth = sentence.CutOf(token) is { } cut ? Pieces(words[t].Folded.Length, cut).ToList() : [];
                var before = same;
                for (var i = 0; i < truth.Count && i < token.WordCount; i++)
                {
                    if (mine.TryGetValue(truth[i], out var tag))
                    {
                        same++;
                        tagged += tag == sentence.Words[token.FirstWord + i].Tag ? 1 : 0;
                    }
                }

                if (sentence.IsUnanalysed(token))
                {
                    goldUnanalysed += token.WordCount;
                    predictedUnanalysed += mine.Count;
                    sameUnanalysed += same - before;
                }
            }
        }

        return new(2.0 * same / (gold + predicted), 2.0 * (same - sameUnanalysed) / (gold - goldUnanalysed + predicted - predictedUnanalysed), (double)taggedOnGold / gold, 2.0 * tagged / (gold + predicted));
    }

    private static IEnumerable<(int, int)> Pieces(int length, WordCut cut)
    {
        for (var i = 0; i < cut.Prefix; i++)
        {
            yield return (i, i + 1);
        }

        yield return (cut.Prefix, length - cut.Suffix);
        if (cut.Suffix > 0)
        {
            yield return (length - cut.Suffix, length);
        }
    }
}
