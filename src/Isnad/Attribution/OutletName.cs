using Isnad.Text;

namespace Isnad.Attribution;

/// <summary>Tells whether a name in Arabic letters is a name in Latin ones, by their consonants: «المدينة» is Al-Madina.</summary>
internal static class OutletName
{
    private const int Fewest = 3;

    // Letters that Latin script writes alike fall together: ت ط, س ص ث, ح ه, ق ك.
    private const string Arabic = "بتثجحخدذرزسشصضطظعغفقكلمنهوي";
    private const string Sounds = "btsjhkddrzsssdtz-gfkklmnh--";

    public static bool IsSpeltAs(string arabic, string latin)
    {
        var (a, b) = (OfArabic(arabic), OfLatin(latin));
        return a.Length >= Fewest && b.StartsWith(a, StringComparison.Ordinal) && b.Length <= a.Length + 1;
    }

    private static string OfArabic(string name)
    {
        var letters = new List<char>();
        foreach (var word in ArabicFolding.Fold(name).Split(' '))
        {
            var bare = word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;
            // The last ه is the feminine ending.
            letters.AddRange((bare.EndsWith('ه') ? bare[..^1] : bare).Select(c => Arabic.IndexOf(c, StringComparison.Ordinal)).Where(i => i >= 0).Select(i => Sounds[i]));
        }

        return string.Concat(letters.Where(c => c != '-'));
    }

    private static string OfLatin(string name)
    {
        var letters = name.ToLowerInvariant().Replace("al-", "", StringComparison.Ordinal).Replace("sh", "s", StringComparison.Ordinal).Replace("kh", "k", StringComparison.Ordinal)
            .Replace("th", "s", StringComparison.Ordinal).Replace("gh", "g", StringComparison.Ordinal).Replace("dh", "d", StringComparison.Ordinal).Replace('q', 'k').Replace('c', 'k');
        return string.Concat(letters.TrimEnd('h').Where(c => Sounds.Contains(c, StringComparison.Ordinal) && c != '-'));
    }
}
