namespace Isnad.Language.Parsing;

/// <summary>
/// State of an arc-hybrid parse (M. Kuhlmann, C. Gómez-Rodríguez, G. Satta, «Dynamic programming algorithms for
/// transition-based dependency parsers», ACL 2011): a stack of words, the rest of the sentence, and the arcs so far. The
/// root stands after the last word.
/// </summary>
internal sealed class ParserState
{
    private readonly int[] stack;
    private readonly int[] leftmost;
    private readonly int[] rightmost;
    private readonly int[] left2;
    private readonly int[] children;

    public ParserState(int words)
    {
        Words = words;
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
}
