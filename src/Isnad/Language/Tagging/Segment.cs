namespace Isnad.Language.Tagging;

/// <summary>Which part of a word a segment is.</summary>
internal enum SegmentPart : byte
{
    Stem,
    Proclitic,
    Pronoun,
}

/// <summary>A syntactic word: a clitic or a stem, as tagging and parsing see it.</summary>
/// <param name="Form">Folded, as it would stand alone.</param>
/// <param name="Part">Clitic or stem.</param>
/// <param name="Ending">The last letter before folding, because ة and ه, ى and ي, and ً tell word classes apart.</param>
/// <param name="Token">Index of the token it belongs to.</param>
internal readonly record struct Segment(string Form, SegmentPart Part, char Ending, int Token)
{
    /// <summary>The segments of a token.</summary>
    /// <param name="word">The token.</param>
    /// <param name="cut">Where it is cut.</param>
    /// <param name="token">Index of the token.</param>
    /// <param name="segments">Receives them in order.</param>
    public static void Add(WrittenWord word, WordCut cut, int token, List<Segment> segments)
    {
        var folded = word.Folded;
        for (var i = 0; i < cut.Prefix; i++)
        {
            segments.Add(new(Letter(folded[i]), SegmentPart.Proclitic, folded[i], token));
        }

        Span<char> buffer = folded.Length < 128 ? stackalloc char[folded.Length + 1] : new char[folded.Length + 1];
        var stem = cut == default ? folded : cut.Stem(folded, buffer).ToString();
        segments.Add(new(stem, SegmentPart.Stem, cut.Suffix == 0 ? word.Ending : 'ـ', token));
        if (cut.Suffix > 0)
        {
            segments.Add(new(folded[^cut.Suffix..], SegmentPart.Pronoun, folded[^1], token));
        }
    }

    private static string Letter(char c) => c switch { 'و' => "و", 'ف' => "ف", 'ب' => "ب", 'ل' => "ل", 'ك' => "ك", _ => "س" };
}
