namespace Isnad.Language.Parsing;

/// <summary>
/// State of an arc-hybrid parse (M. Kuhlmann, C. Gómez-Rodríguez, G. Satta, «Dynamic programming algorithms for
/// transition-based dependency parsers», ACL 2011): a stack of words, the rest of the sentence, and the arcs so far. The
/// root stands after the last word.
/// </summary>
internal sealed class ParserState
{
    public const ushort SubjectSlot = 1;
    private readonly int[] stack;
    private readonly int[] leftmost;
    private readonly int[] rightmost;
    private readonly int[] left2;
    private readonly int[] children;
    private readonly ushort[] slots;
    private readonly IReadOnlyList<SyntaxRelation> kinds;

    /// <param name="words">Number of words.</param>
    /// <param name="kinds">What the relation indices stand for.</param>
    public ParserState(int words, IReadOnlyList<SyntaxRelation> kinds)
    {
        Words = words;
        this.kinds = kinds;
        slots = new ushort[words + 1];
        stack = new int[words + 1];
        Heads = new int[words + 1];
        Relations = new byte[words + 1];
        leftmost = new int[words + 1];
        rightmost = new int[words + 1];
        left2 = new int[words + 1];
        children = new int[words + 1];
        Array.Fill(Heads, -1);
        Array.Fill(leftmost, -1);
        Array.Fill(rightmost, -1);
        Array.Fill(left2, -1);
    }

    /// <summary>Number of words; the root has this index.</summary>
    public int Words { get; }

    /// <summary>Index of the next word, or of the root.</summary>
    public int Next { get; private set; }

    public int Depth { get; private set; }

    /// <summary>Head of each word, -1 while it has none; <see cref="Words"/> for the root's child.</summary>
    public int[] Heads { get; }

    public byte[] Relations { get; }

    public bool IsFinished => Next == Words && Depth == 0;

    public bool MayShift => Next < Words;

    public bool MayLeft => Depth > 0;

    public bool MayRight => Depth > 1;

    /// <summary>The stack from the top: 0 is the last word pushed; -1 where there is none.</summary>
    public int Stack(int depth) => depth < Depth ? stack[Depth - 1 - depth] : -1;

    /// <summary>The words to come; -1 past the root.</summary>
    public int Buffer(int ahead) => Next + ahead <= Words ? Next + ahead : -1;

    public int Leftmost(int word) => word < 0 ? -1 : leftmost[word];

    public int SecondLeft(int word) => word < 0 ? -1 : left2[word];

    public int Rightmost(int word) => word < 0 ? -1 : rightmost[word];

    public int Children(int word) => word < 0 ? 0 : children[word];

    /// <summary>Which parts a word's dependents play already: a verb with a subject takes no second one.</summary>
    public uint Slots(int word) => word < 0 ? 0u : slots[word];

    public void Shift() => stack[Depth++] = Next++;

    /// <summary>The top of the stack becomes a dependent of the next word.</summary>
    public void Left(byte relation) => Attach(stack[--Depth], Next, relation);

    /// <summary>The top of the stack becomes a dependent of the word below it.</summary>
    public void Right(byte relation)
    {
        var dependent = stack[--Depth];
        Attach(dependent, stack[Depth - 1], relation);
    }

    private void Attach(int dependent, int head, byte relation)
    {
        Heads[dependent] = head;
        Relations[dependent] = relation;
        children[head]++;
        slots[head] |= Slot(kinds[relation]);
        if (dependent > head)
        {
            rightmost[head] = Math.Max(rightmost[head], dependent);
        }
        else
        {
            // Left dependents attach nearest first.
            left2[head] = leftmost[head];
            leftmost[head] = dependent;
        }
    }

    private static ushort Slot(SyntaxRelation relation) => relation switch
    {
        SyntaxRelation.Nsubj or SyntaxRelation.Csubj => SubjectSlot,
        SyntaxRelation.Obj => 2,
        SyntaxRelation.Obl or SyntaxRelation.Iobj => 4,
        SyntaxRelation.Ccomp or SyntaxRelation.Xcomp => 8,
        SyntaxRelation.Case => 16,
        SyntaxRelation.Mark => 32,
        SyntaxRelation.Aux or SyntaxRelation.Cop => 64,
        SyntaxRelation.Nmod => 128,
        SyntaxRelation.Amod => 256,
        SyntaxRelation.Conj => 512,
        SyntaxRelation.Cc => 1024,
        SyntaxRelation.Acl => 2048,
        SyntaxRelation.Nummod or SyntaxRelation.Det => 4096,
        _ => 0,
    };
}
