using Isnad.Language.Parsing;
using Isnad.Training.Corpora;

namespace Isnad.Training.Parsing;

/// <summary>How many arcs of the gold tree each kind of move puts out of reach.</summary>
internal readonly record struct MoveCosts(int Shift, int Left, int Right)
{
    public int Least => Math.Min(Shift, Math.Min(Left, Right));
}

/// <summary>The tree of a sentence as the oracle consults it.</summary>
/// <param name="Heads">Head of each word; the number of words for the root's child.</param>
/// <param name="Relations">Relation of each word, by the parser's index.</param>
internal sealed record GoldTree(int[] Heads, byte[] Relations)
{
    private const int Impossible = int.MaxValue;

    public static GoldTree Of(TreeSentence sentence, IReadOnlyList<string> names)
    {
        var index = names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => (byte)n.i, StringComparer.Ordinal);
        return new([.. sentence.Words.Select(w => w.Head < 0 ? sentence.Words.Count : w.Head)], [.. sentence.Words.Select(w => index[w.Relation])]);
    }

    /// <summary>Whether a move loses no more than it must, and labels a gold arc as the tree does.</summary>
    public bool IsRight((Move Move, byte Relation) move, ParserState state, MoveCosts costs)
    {
        var top = state.Stack(0);
        return move.Move switch
        {
            Move.Shift => costs.Shift == costs.Least,
            Move.Left => costs.Left == costs.Least && (Heads[top] != state.Next || Relations[top] == move.Relation),
            _ => costs.Right == costs.Least && (Heads[top] != state.Stack(1) || Relations[top] == move.Relation),
        };
    }

    public MoveCosts Costs(ParserState state) => new(
        state.MayShift ? ShiftCost(state) : Impossible,
        state.MayLeft ? LostDependents(state) + (Heads[state.Stack(0)] > state.Next || Heads[state.Stack(0)] == state.Stack(1) ? 1 : 0) : Impossible,
        state.MayRight ? LostDependents(state) + (Heads[state.Stack(0)] >= state.Next ? 1 : 0) : Impossible);

    private int ShiftCost(ParserState state)
    {
        var cost = 0;
        for (var depth = 0; depth < state.Depth; depth++)
        {
            var word = state.Stack(depth);
            cost += Heads[word] == state.Next ? 1 : 0;
            cost += depth > 0 && Heads[state.Next] == word ? 1 : 0;
        }

        return cost;
    }

    // A word that leaves the stack takes no more dependents.
    private int LostDependents(ParserState state)
    {
        var cost = 0;
        for (var word = state.Next; word < state.Words; word++)
        {
            cost += Heads[word] == state.Stack(0) ? 1 : 0;
        }

        return cost;
    }
}
