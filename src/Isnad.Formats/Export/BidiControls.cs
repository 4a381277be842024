namespace Isnad.Formats.Export;

/// <summary>Invisible characters that turn the direction of the text after them.</summary>
internal static class BidiControls
{
    public static bool Contains(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';
}
