using System.Diagnostics.CodeAnalysis;

namespace Isnad.Archive.Store;

/// <summary>
/// Text that every database can keep: zero characters and halves of surrogate pairs become U+FFFD, one for one, so that
/// offsets stay true.
/// </summary>
internal static class StoredText
{
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text)
    {
        if (text is null || !text.Contains('\0', StringComparison.Ordinal) && !HasLoneSurrogate(text))
        {
            return text;
        }

        return string.Create(text.Length, text, static (clean, text) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                clean[i] = text[i] == '\0' || IsLoneSurrogate(text, i) ? '\uFFFD' : text[i];
            }
        });
    }

    private static bool HasLoneSurrogate(string text)
    {
        var from = 0;
        while (text.AsSpan(from).IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var found)
        {
            if (IsLoneSurrogate(text, from + found))
            {
                return true;
            }

            from += found + 1;
        }

        return false;
    }

    private static bool IsLoneSurrogate(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
}
