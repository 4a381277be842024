using Isnad.Text;

namespace Isnad.Formats.Comparison;

/// <summary>What two spellings of one name have in common: hamza, vowel marks, quotation marks and spaces set aside.</summary>
internal static class NameKey
{
    public static string Of(string name) =>
        string.Join(' ', ArabicFolding.Fold(string.Concat(name.Select(c => char.IsPunctuation(c) || char.IsWhiteSpace(c) ? ' ' : c))).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
