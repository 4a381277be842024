namespace Isnad.Text;

/// <summary>A stretch of the original article text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="Length">Number of UTF-16 code units.</param>
public readonly record struct TextSpan(int Start, int Length) : IComparable<TextSpan>
{
    /// <summary>Offset after the last code unit.</summary>
    public int End => Start + Length;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    public bool Contains(int offset) => offset >= Start && offset < End;

    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Union(TextSpan other) => FromBounds(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The words themselves, exactly as written.</summary>
    public string Of(string text) => text.Substring(Start, Length);

    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : Length.CompareTo(other.Length);

    public static bool operator <(TextSpan a, TextSpan b) => a.CompareTo(b) < 0;

    public static bool operator >(TextSpan a, TextSpan b) => a.CompareTo(b) > 0;

    public static bool operator <=(TextSpan a, TextSpan b) => a.CompareTo(b) <= 0;

    public static bool operator >=(TextSpan a, TextSpan b) => a.CompareTo(b) >= 0;

    public override string ToString() => $"{Start}..{End}";
}
