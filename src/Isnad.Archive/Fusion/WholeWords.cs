namespace Isnad.Archive.Fusion;

/// <summary>Whether a name stands in another as whole words: «أردوغان» in «رجب طيب أردوغان», but not «عمان» in «سلطان عمانوئيل».</summary>
internal static class WholeWords
{
    public static bool Contain(string whole, string part)
    {
        if (part.Length == 0)
        {
            return false;
        }

        for (var at = whole.IndexOf(part, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            var end = at + part.Length;
            if ((at == 0 || whole[at - 1] == ' ') && (end == whole.Length || whole[end] == ' '))
            {
                return true;
            }
        }

        return false;
    }
}
