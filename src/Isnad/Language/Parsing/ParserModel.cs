using Isnad.Language.Tagging;

namespace Isnad.Language.Parsing;

/// <summary>What a transition does.</summary>
internal enum Move : byte
{
    Shift,
    Left,
    Right,
}

/// <summary>Parses segments into a dependency tree, greedily: one decision a step, two steps a word.</summary>
internal sealed class ParserModel
{
    private readonly LinearModel model;
    private readonly (Move Move, byte Relation)[] moves;

    public ParserModel(LinearModel model)
    {
        this.model = model;
        (moves, Relations) = Moves(model.Labels);
        Kinds = KindsOf(Relations);
    }

    /// <summary>Names of the relations, by the index that trees use.</summary>
    public IReadOnlyList<string> Relations { get; }

    /// <summary>The same as values.</summary>
    public IReadOnlyList<SyntaxRelation> Kinds { get; }

    /// <summary>Head of each word (the number of words for the root's child) and its relation.</summary>
    public ParserState Parse(ReadOnlySpan<ParserWord> words)
    {
        var state = new ParserState(words.Length, Kinds);
        Span<uint> features = stackalloc uint[ParserFeatures.Count];
        Span<int> scores = stackalloc int[moves.Length];
        while (!state.IsFinished)
        {
            ParserFeatures.Of(state, words, features);
            scores.Clear();
            model.Add(features, scores);

            var best = -1;
            for (var i = 0; i < scores.Length; i++)
            {
                if ((best < 0 || scores[i] > scores[best]) && MayMove(state, moves[i].Move) && IsGrammatical(state, moves[i], words))
                {
                    best = i;
                }
            }

            Apply(state, moves[best]);
        }

        return state;
    }

    /// <summary>A verb has one subject, and none in the indefinite accusative behind it: what the weights prefer otherwise is an object.</summary>
    private bool IsGrammatical(ParserState state, (Move Move, byte Relation) move, ReadOnlySpan<ParserWord> words)
    {
        if (move.Move == Move.Shift || Kinds[move.Relation] != SyntaxRelation.Nsubj)
        {
            return true;
        }

        var head = move.Move == Move.Left ? state.Next : state.Stack(1);
        return (state.Slots(head) & ParserState.SubjectSlot) == 0 && (move.Move == Move.Left || words[state.Stack(0)].Inflection != ParserWord.IndefiniteAccusative);
    }

    /// <summary>«S», «L:nsubj», «R:obj» → moves, and the relations in the order met.</summary>
    public static ((Move Move, byte Relation)[] Moves, IReadOnlyList<string> Relations) Moves(IReadOnlyList<string> labels)
    {
        var relations = labels.Where(l => l.Length > 1).Select(l => l[2..]).Distinct().ToList();
        return ([.. labels.Select(l => (l[0] switch { 'S' => Move.Shift, 'L' => Move.Left, _ => Move.Right }, (byte)(l.Length > 1 ? relations.IndexOf(l[2..]) : 0)))], relations);
    }

    /// <summary>Relations by name; one that the engine does not know is a dependent of some kind.</summary>
    public static SyntaxRelation[] KindsOf(IReadOnlyList<string> names) =>
        [.. names.Select(name => Enum.TryParse<SyntaxRelation>(name, ignoreCase: true, out var kind) ? kind : SyntaxRelation.Dep)];

    public static bool MayMove(ParserState state, Move move) => move switch { Move.Shift => state.MayShift, Move.Left => state.MayLeft, _ => state.MayRight };

    public static void Apply(ParserState state, (Move Move, byte Relation) move)
    {
        switch (move.Move)
        {
            case Move.Shift:
                state.Shift();
                break;
            case Move.Left:
                state.Left(move.Relation);
                break;
            default:
                state.Right(move.Relation);
                break;
        }
    }
}
