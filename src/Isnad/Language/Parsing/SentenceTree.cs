using Isnad.Language.Tagging;

namespace Isnad.Language.Parsing;

/// <summary>The tree of one sentence over its segments: clitics are words of their own.</summary>
internal sealed class SentenceTree
{
    private readonly int firstToken;
    private readonly int[] stems;
    private readonly int[] tokenOf;
    private readonly int[] heads;
    private readonly SyntaxRelation[] relations;

    /// <param name="firstToken">Index of the sentence's first token.</param>
    /// <param name="stems">For each token the index of its stem among the segments.</param>
    /// <param name="tokenOf">For each segment its token, counted from the sentence's first.</param>
    /// <param name="parse">The finished parse.</param>
    /// <param name="names">What the parser's relation indices stand for.</param>
    public SentenceTree(int firstToken, int[] stems, int[] tokenOf, ParserState parse, IReadOnlyList<SyntaxRelation> names)
    {
        (this.firstToken, this.stems, this.tokenOf) = (firstToken, stems, tokenOf);
        heads = new int[tokenOf.Length];
        relations = new SyntaxRelation[tokenOf.Length];
        for (var i = 0; i < heads.Length; i++)
        {
            heads[i] = parse.Heads[i] == heads.Length ? -1 : parse.Heads[i];
            relations[i] = heads[i] < 0 ? SyntaxRelation.Root : names[parse.Relations[i]];
        }
    }

    /// <summary>Head of a token's stem outside the token, as a token of the document; -1 for the root.</summary>
    public int Head(int token)
    {
        var segment = Attached(token);
        return heads[segment] < 0 ? -1 : firstToken + tokenOf[heads[segment]];
    }

    /// <summary>Relation of a token to its head.</summary>
    public SyntaxRelation Relation(int token) => relations[Attached(token)];

    /// <summary>Dependents of a token's stem with one of two relations, in text order.</summary>
    public List<SyntaxDependent> Dependents(int token, SyntaxRelation relation, SyntaxRelation other)
    {
        var found = new List<SyntaxDependent>();
        var head = stems[token - firstToken];
        for (var segment = 0; segment < heads.Length; segment++)
        {
            if (heads[segment] == head && (relations[segment] == relation || relations[segment] == other))
            {
                found.Add(Dependent(segment, token, joined: false));
                AddConjuncts(segment, token, found);
            }
        }

        return found;
    }

    /// <summary>Whether a token is the other or stands below it in the tree.</summary>
    public bool IsWithin(int token, int other)
    {
        var segment = stems[token - firstToken];
        var above = stems[other - firstToken];
        while (segment >= 0 && segment != above)
        {
            segment = heads[segment];
        }

        return segment == above;
    }

    private void AddConjuncts(int first, int token, List<SyntaxDependent> found)
    {
        for (var segment = first + 1; segment < heads.Length; segment++)
        {
            if (heads[segment] == first && relations[segment] == SyntaxRelation.Conj)
            {
                found.Add(Dependent(segment, token, joined: true));
            }
        }
    }

    private SyntaxDependent Dependent(int segment, int token, bool joined)
    {
        var own = tokenOf[segment];
        var marker = -1;
        for (var other = 0; other < segment && marker < 0; other++)
        {
            marker = heads[other] == segment && relations[other] == SyntaxRelation.Case ? other : -1;
        }

        return new(firstToken + own, segment > stems[own], joined, marker < 0 ? -1 : firstToken + tokenOf[marker]);
    }

    /// <summary>The segment by which a token hangs on another: «وقال» hangs by its و where that is its stem's head.</summary>
    private int Attached(int token)
    {
        var own = token - firstToken;
        var segment = stems[own];
        while (heads[segment] >= 0 && tokenOf[heads[segment]] == own)
        {
            segment = heads[segment];
        }

        return segment;
    }
}
