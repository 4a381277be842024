using System.Runtime.InteropServices;
using Isnad.Language.Tagging;
using Isnad.Text;
using Isnad.Training.Corpora;
using Isnad.Training.Learning;

namespace Isnad.Training.Tagging;

/// <summary>Learns word classes (UPOS) on gold segmentation.</summary>
internal static class TagTrainer
{
    private const double Dropout = 0.3;

    public static AveragedPerceptron Train(IReadOnlyList<TreeSentence> sentences, WordClusters clusters, int rounds, Random random)
    {
        string[] labels = [.. sentences.SelectMany(s => s.Words).Select(w => w.Tag).Distinct().Order(StringComparer.Ordinal)];
        var perceptron = new AveragedPerceptron(labels);
        var order = sentences.ToArray();
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var sentence in order)
            {
                Learn(perceptron, sentence, clusters, random);
            }
        }

        return perceptron;
    }

    /// <summary>Gold segments of a sentence, one a word.</summary>
    public static List<Segment> Segments(TreeSentence sentence)
    {
        var segments = new List<Segment>();
        for (var t = 0; t < sentence.Tokens.Count; t++)
        {
            var token = sentence.Tokens[t];
            for (var i = 0; i < token.WordCount; i++)
            {
                var form = sentence.Words[token.FirstWord + i].Form;
                var folded = ArabicFolding.Fold(form) is { Length: > 0 } text ? text : "_";
                var part = token.WordCount == 1 ? SegmentPart.Stem
                    : i < token.WordCount - 1 && folded.Length == 1 ? SegmentPart.Proclitic
                    : i == token.WordCount - 1 && i > 0 && sentence.Words[token.FirstWord + i - 1].Form.Length > 1 ? SegmentPart.Pronoun
                    : SegmentPart.Stem;
                // «للحكومة» is written ل + لحكومة in one of the corpora; the stem stands alone with its article.
                if (part == SegmentPart.Stem && i > 0 && folded is ['ل', _, _, ..] && sentence.Words[token.FirstWord + i - 1].Form == "ل" && !form.StartsWith("ال", StringComparison.Ordinal) && token.Surface.Contains("لل", StringComparison.Ordinal))
                {
                    folded = "ا" + folded;
                }

                var suffixed = i + 1 < token.WordCount && part == SegmentPart.Stem;
                segments.Add(new(folded, part, part == SegmentPart.Stem ? suffixed ? 'ـ' : WrittenWord.EndingOf(form) : folded[^1], t));
            }
        }

        return segments;
    }

    private static void Learn(AveragedPerceptron perceptron, TreeSentence sentence, WordClusters clusters, Random random)
    {
        var segments = Segments(sentence);
        WordProfile[] profiles = [.. segments.Select(s => clusters[s.Form])];
        var tags = new byte[segments.Count];
        Span<uint> features = stackalloc uint[TagFeatures.Count];
        Span<uint> kept = stackalloc uint[TagFeatures.Count];
        Span<float> scores = stackalloc float[perceptron.Labels.Count];
        for (var i = 0; i < tags.Length; i++)
        {
            TagFeatures.Of(CollectionsMarshal.AsSpan(segments), profiles, tags, i, features);
            var used = FeatureDropout.Keep(features, Dropout, random, kept);
            scores.Clear();
            perceptron.Add(used, scores);
            var best = 0;
            for (var label = 1; label < scores.Length; label++)
            {
                best = scores[label] > scores[best] ? label : best;
            }

            var gold = IndexOf(perceptron.Labels, sentence.Words[i].Tag);
            if (best != gold)
            {
                perceptron.Update(used, gold, 1);
                perceptron.Update(used, best, -1);
            }

            perceptron.Step();
            // Its own decision, right or wrong, is what it will see when it runs.
            tags[i] = (byte)best;
        }
    }

    private static int IndexOf(IReadOnlyList<string> labels, string label)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i] == label)
            {
                return i;
            }
        }

        return -1;
    }
}
