using Isnad.Text;

namespace Isnad.Language.Tagging;

/// <summary>What a token is in its sentence, as the models decide.</summary>
/// <param name="Tag">Word class of its stem.</param>
/// <param name="Prefix">Number of one-letter proclitics cut off in front.</param>
/// <param name="Suffix">Length of the attached pronoun cut off behind, or 0.</param>
public readonly record struct TaggedToken(WordTag Tag, int Prefix, int Suffix)
{
    /// <summary>Label indices of its segments: two proclitics, the stem, the pronoun, a byte each.</summary>
    internal uint Labels { get; init; }

    internal byte StemLabel => (byte)(Labels >> 16);

    internal byte PronounLabel => (byte)(Labels >> 24);

    /// <summary>Label index of a proclitic.</summary>
    internal byte Label(int proclitic) => (byte)(Labels >> (8 * proclitic));

    /// <summary>The labels of a token's segments, packed.</summary>
    /// <param name="labels">Labels of the sentence's segments.</param>
    /// <param name="stem">Index of the token's stem.</param>
    /// <param name="prefix">Number of proclitics, at most two.</param>
    /// <param name="hasPronoun">Whether a pronoun follows.</param>
    internal static uint Pack(ReadOnlySpan<byte> labels, int stem, int prefix, bool hasPronoun) =>
        (prefix > 0 ? labels[stem - prefix] : 0u)
            | (prefix > 1 ? (uint)labels[stem - prefix + 1] << 8 : 0)
            | ((uint)labels[stem] << 16)
            | (hasPronoun ? (uint)labels[stem + 1] << 24 : 0);
}

/// <summary>A name in the text, found by its surroundings; knowledge may or may not list it.</summary>
/// <param name="Type">PER, LOC, ORG or MISC.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Span">The name without proclitics in front.</param>
public sealed record NameSpan(string Type, int FirstToken, int EndToken, TextSpan Span);

/// <summary>Word classes, cuts and names of a document; without models every tag is unknown and there are no names.</summary>
public sealed class TaggedTokens
{
    private readonly TaggedToken[] tokens;

    internal TaggedTokens(TaggedToken[] tokens, IReadOnlyList<NameSpan> names) => (this.tokens, Names) = (tokens, names);

    /// <summary>What the token with this index is.</summary>
    public TaggedToken this[int token] => tokens[token];

    public int Count => tokens.Length;

    /// <summary>Names in text order; they do not overlap.</summary>
    public IReadOnlyList<NameSpan> Names { get; }
}
