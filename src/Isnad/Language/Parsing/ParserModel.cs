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
        Kinds = [.. Relations.Select(name => Enum.TryParse<SyntaxRelation>(name, ignoreCase: true, out var kind) ? kind : SyntaxRelation.Dep)];
    }

    /// <summary>Names of the relations, by the index that trees use.</summary>
    public IReadOnlyList<string> Relations { get; }

    /// <summary>The same as values.</summary>
    public IReadOnlyList<SyntaxRelation> Kinds { get; }

    /// <summary>Head of each word (the number of words for the root's child) and its relation.</summary>
    public ParserState Parse(IReadOnlyList<ParserWord> words)
    {
        var state = new ParserState(words.Count);
        Span<uint> features = stackalloc uint[ParserFeatures.Count];
        Span<int> scores = stackalloc int[moves.Length];
        while (!state.IsFinished)
        {
            ParserFeatures.Of(state, words, features);
            scores.Clear();
            foreach (var feature in features)
            {
                model.Add(feature, scores);
            }

            var best = -1;
            for (var i = 0; i < scores.Length; i++)
            {
                if ((best < 0 || scores[i] > scores[best]) && MayMove(state, moves[i].Move))
                {
                    best = i;
                }
            }

            Apply(state, moves[best]);
        }

        return state;
    }

    /// <summary>«S», «L:nsubj», «R:obj» → moves, and the relations in the order met.</summary>
    public static ((Move Move, byte Relation)[] Moves, IReadOnlyList<string> Relations) Moves(IReadOnlyList<string> labels)
    {
        var relations = labels.Where(l => l.Length > 1).Select(l => l[2..]).Distinct().ToList();
        return ([.. labels.Select(l => (l[0] switch { 'S' => Move.Shift, 'L' => Move.Left, _ => Move.Right }, (byte)(l.Length > 1 ? relations.IndexOf(l[2..]) : 0)))], relations);
    }

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
