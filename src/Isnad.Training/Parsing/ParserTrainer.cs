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
internal sealed class ParserTrainer(WordClusters clusters, TagModel tagger)
{
    public AveragedPerceptron Train(IReadOnlyList<TreeSentence> sentences, int rounds, Random random)
    {
        string[] relations = [.. sentences.SelectMany(s => s.Words).Select(w => w.Relation).Distinct().Order(StringComparer.Ordinal)];
        var perceptron = new AveragedPerceptron(["S", .. relations.Select(r => "L:" + r), .. relations.Select(r => "R:" + r)]);
        var (moves, names) = ParserModel.Moves(perceptron.Labels);
        var prepared = sentences.Select(s => (Words: Words(s), Tree: Tree(s, names))).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(prepared);
            foreach (var (words, tree) in prepared)
            {
                Learn(perceptron, moves, words, tree, explore: round > 0, random);
            }
        }

        return perceptron;
    }

    /// <summary>Words with the tags that the tagger gives them, as they will be when the parser runs.</summary>
    public ParserWord[] Words(TreeSentence sentence)
    {
        var segments = TagTrainer.Segments(sentence);
        return Words(segments, tagger.Tag(segments), clusters);
    }

    private static ParserWord[] Words(List<Segment> segments, byte[] tags, WordClusters clusters) =>
        [.. segments.Select((s, i) => ParserWord.Of(s.Form, s.Ending, tags[i], clusters))];

    private static (int[] Heads, byte[] Relations) Tree(TreeSentence sentence, IReadOnlyList<string> names) =>
        ([.. sentence.Words.Select(w => w.Head < 0 ? sentence.Words.Count : w.Head)], [.. sentence.Words.Select(w => (byte)names.ToList().IndexOf(w.Relation))]);

    private static void Learn(AveragedPerceptron perceptron, (Move Move, byte Relation)[] moves, ParserWord[] words, (int[] Heads, byte[] Relations) tree, bool explore, Random random)
    {
        var state = new ParserState(words.Length);
        Span<uint> features = stackalloc uint[ParserFeatures.Count];
        Span<float> scores = stackalloc float[moves.Length];
        while (!state.IsFinished)
        {
            ParserFeatures.Of(state, words, features);
            scores.Clear();
            perceptron.Add(features, scores);
            var (shift, left, right) = Costs(state, tree.Heads);
            var least = Math.Min(shift, Math.Min(left, right));
            int best = -1, bestGold = -1;
            for (var i = 0; i < moves.Length; i++)
            {
                if (!ParserModel.MayMove(state, moves[i].Move))
                {
                    continue;
                }

                best = best < 0 || scores[i] > scores[best] ? i : best;
                if (IsGold(moves[i]) && (bestGold < 0 || scores[i] > scores[bestGold]))
                {
                    bestGold = i;
                }
            }

            if (!IsGold(moves[best]))
            {
                perceptron.Update(features, bestGold, 1);
                perceptron.Update(features, best, -1);
            }

            perceptron.Step();
            ParserModel.Apply(state, moves[explore && random.NextDouble() < 0.9 ? best : bestGold]);

            bool IsGold((Move Move, byte Relation) move)
            {
                var top = state.Stack(0);
                return move.Move switch
                {
                    Move.Shift => shift == least,
                    Move.Left => left == least && (tree.Heads[top] != state.Next || tree.Relations[top] == move.Relation),
                    _ => right == least && (tree.Heads[top] != state.Stack(1) || tree.Relations[top] == move.Relation),
                };
            }
        }
    }

    // How many gold arcs each move puts out of reach.
    private static (int Shift, int Left, int Right) Costs(ParserState state, int[] heads)
    {
        const int Impossible = int.MaxValue;
        int shift = state.MayShift ? 0 : Impossible, left = state.MayLeft ? 0 : Impossible, right = state.MayRight ? 0 : Impossible;
        var next = state.Next;
        var top = state.Stack(0);
        if (state.MayShift)
        {
            for (var d = 0; d < state.Depth; d++)
            {
                var word = state.Stack(d);
                shift += heads[word] == next ? 1 : 0;
                shift += d > 0 && heads[next] == word ? 1 : 0;
            }
        }

        if (top >= 0)
        {
            var dependents = 0;
            for (var word = next; word < state.Words; word++)
            {
                dependents += heads[word] == top ? 1 : 0;
            }

            var head = heads[top];
            left = state.MayLeft ? dependents + (head > next || head == state.Stack(1) ? 1 : 0) : left;
            right = state.MayRight ? dependents + (head >= next ? 1 : 0) : right;
        }

        return (shift, left, right);
    }
}
