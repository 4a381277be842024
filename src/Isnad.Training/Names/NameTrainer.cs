using System.Runtime.InteropServices;
using Isnad.Language.Tagging;
using Isnad.Text;
using Isnad.Training.Corpora;
using Isnad.Training.Learning;

namespace Isnad.Training.Names;

/// <summary>Learns to find names.</summary>
internal sealed class NameTrainer(CutModel cutter, TagModel tagger, WordClusters clusters, NameListing lists)
{
    public AveragedPerceptron Train(IReadOnlyList<NameSentence> sentences, int rounds, Random random)
    {
        string[] labels = ["O", .. sentences.SelectMany(s => s.Labels).Where(l => l != "O").Distinct().Order(StringComparer.Ordinal)];
        var perceptron = new AveragedPerceptron(labels);
        var prepared = sentences.Select(s => (Tokens: Tokens(s.Tokens), Gold: s.Labels.Select(l => (byte)Array.IndexOf(labels, l)).ToArray())).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(prepared);
            foreach (var (tokens, gold) in prepared)
            {
                Learn(perceptron, tokens, gold);
            }
        }

        return perceptron;
    }

    /// <summary>Scores of whole names with their type, and of all types together.</summary>
    public IReadOnlyList<NameScore> Measure(IReadOnlyList<NameSentence> sentences, NameModel model)
    {
        var counts = new SortedDictionary<string, NameScore>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            var gold = NameSentence.Names(sentence.Labels);
            var found = NameSentence.Names([.. model.Label(CollectionsMarshal.AsSpan(Tokens(sentence.Tokens))).Select(l => model.Labels[l])]);
            foreach (var type in gold.Concat(found).Select(n => n.Type).Distinct())
            {
                foreach (var key in new[] { type, "all" })
                {
                    var before = counts.GetValueOrDefault(key) ?? new(key, 0, 0, 0);
                    counts[key] = before with
                    {
                        Same = before.Same + gold.Count(n => n.Type == type && found.Contains(n)),
                        Gold = before.Gold + gold.Count(n => n.Type == type),
                        Found = before.Found + found.Count(n => n.Type == type),
                    };
                }
            }
        }

        return [.. counts.Values];
    }

    private List<NameToken> Tokens(IReadOnlyList<string> surfaces)
    {
        var words = surfaces.Select(s => WrittenWord.Of(ArabicFolding.Fold(s), s)).ToList();
        var cuts = cutter.Cut(words);
        var segments = new List<Segment>();
        var stems = new int[words.Count];
        for (var t = 0; t < words.Count; t++)
        {
            stems[t] = segments.Count + cuts[t].Prefix;
            Segment.Add(words[t], cuts[t], t, segments);
        }

        var tags = tagger.Tag(segments);
        return [.. words.Select((word, t) => new NameToken(word.Folded, segments[stems[t]].Form, cuts[t].Prefix, tags[stems[t]], clusters[segments[stems[t]].Form], (uint)lists[segments[stems[t]].Form]))];
    }

    private static void Learn(AveragedPerceptron perceptron, List<NameToken> tokens, byte[] gold)
    {
        var labels = new byte[tokens.Count];
        Span<uint> features = stackalloc uint[NameFeatures.Count];
        Span<float> scores = stackalloc float[perceptron.Labels.Count];
        for (var i = 0; i < labels.Length; i++)
        {
            NameFeatures.Of(CollectionsMarshal.AsSpan(tokens), labels, i, features);
            scores.Clear();
            perceptron.Add(features, scores);
            var best = 0;
            for (var label = 1; label < scores.Length; label++)
            {
                best = scores[label] > scores[best] ? label : best;
            }

            if (best != gold[i])
            {
                perceptron.Update(features, gold[i], 1);
                perceptron.Update(features, best, -1);
            }

            perceptron.Step();
            labels[i] = (byte)best;
        }
    }
}

/// <summary>How many names of a type are in the gold, were found, and are the same.</summary>
internal sealed record NameScore(string Type, int Same, int Gold, int Found)
{
    public double Precision => Found == 0 ? 0 : (double)Same / Found;

    public double Recall => Gold == 0 ? 0 : (double)Same / Gold;

    public double F1 => Same == 0 ? 0 : 2.0 * Same / (Gold + Found);
}
