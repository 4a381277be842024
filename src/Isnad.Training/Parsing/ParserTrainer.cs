using Isnad.Language.Parsing;
using Isnad.Language.Tagging;
using Isnad.Training.Corpora;
using Isnad.Training.Learning;
using Isnad.Training.Tagging;

namespace Isnad.Training.Parsing;

/// <summary>
/// Learns to parse with a dynamic oracle (Y. Goldberg, J. Nivre, «Training deterministic parsers with non-deterministic
/// oracles», TACL 1, 2013): after its own mistakes it still learns the best move from where it stands.
/// </summary>
internal sealed class ParserTrainer(WordClusters clusters, WordRoles roles, TagModel tagger)
{
    // The right move has to win by this much; a third of the features is left out at a time.
    private const float Margin = 10;
    private const double Dropout = 0.3;
    private const double Exploration = 0.9;

    /// <param name="sentences">Gold trees.</param>
    /// <param name="unseen">Tags of each sentence from a tagger that has not learned from it.</param>
    /// <param name="rounds">Number of passes.</param>
    /// <param name="random">Source of order, dropout and exploration.</param>
    public AveragedPerceptron Train(IReadOnlyList<TreeSentence> sentences, IReadOnlyDictionary<TreeSentence, byte[]> unseen, int rounds, Random random)
    {
        string[] relations = [.. sentences.SelectMany(s => s.Words).Select(w => w.Relation).Distinct().Order(StringComparer.Ordinal)];
        var perceptron = new AveragedPerceptron(["S", .. relations.Select(r => "L:" + r), .. relations.Select(r => "R:" + r)]);
        var (moves, names) = ParserModel.Moves(perceptron.Labels);
        var kinds = ParserModel.KindsOf(names);
        var prepared = sentences.Select(s => (Own: Words(s), Unseen: Words(TagTrainer.Segments(s), unseen[s]), Tree: GoldTree.Of(s, names))).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(prepared);
            foreach (var (own, other, tree) in prepared)
            {
                // The tagger's tags of what it learned from are better than any it will give; the others are worse.
                Learn(perceptron, moves, new(own.Length, kinds), random.Next(2) == 0 ? own : other, tree, round > 0 ? Exploration : 0, random);
            }
        }

        return perceptron;
    }

    /// <summary>Words with the tags that the tagger gives them, as they will be when the parser runs.</summary>
    public ParserWord[] Words(TreeSentence sentence)
    {
        var segments = TagTrainer.Segments(sentence);
        return Words(segments, tagger.Tag(segments));
    }

    /// <summary>Words with tags given.</summary>
    public ParserWord[] Words(List<Segment> segments, byte[] tags) =>
        [.. segments.Select((s, i) => ParserWord.Of(s.Form, s.Ending, tags[i], clusters, roles))];

    private static void Learn(AveragedPerceptron perceptron, (Move Move, byte Relation)[] moves, ParserState state, ParserWord[] words, GoldTree tree, double exploration, Random random)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.Count];
        Span<uint> kept = stackalloc uint[ParserFeatures.Count];
        Span<float> scores = stackalloc float[moves.Length];
        while (!state.IsFinished)
        {
            ParserFeatures.Of(state, words, features);
            var used = FeatureDropout.Keep(features, Dropout, random, kept);
            scores.Clear();
            perceptron.Add(used, scores);
            var (right, wrong) = Best(moves, scores, state, tree);
            if (wrong >= 0 && scores[wrong] + Margin >= scores[right])
            {
                perceptron.Update(used, right, 1);
                perceptron.Update(used, wrong, -1);
            }

            perceptron.Step();
            var mistaken = wrong >= 0 && scores[wrong] > scores[right];
            ParserModel.Apply(state, moves[mistaken && random.NextDouble() < exploration ? wrong : right]);
        }
    }

    /// <summary>The best move of those that lose least, and the best of the others (-1 for none).</summary>
    private static (int Right, int Wrong) Best((Move Move, byte Relation)[] moves, ReadOnlySpan<float> scores, ParserState state, GoldTree tree)
    {
        var costs = tree.Costs(state);
        int right = -1, wrong = -1;
        for (var i = 0; i < moves.Length; i++)
        {
            if (!ParserModel.MayMove(state, moves[i].Move))
            {
                continue;
            }

            ref var best = ref tree.IsRight(moves[i], state, costs) ? ref right : ref wrong;
            best = best < 0 || scores[i] > scores[best] ? i : best;
        }

        return (right, wrong);
    }
}
