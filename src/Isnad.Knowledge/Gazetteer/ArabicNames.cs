namespace Isnad.KnowledgeSource.Gazetteer;

/// <summary>
/// Tells Arabic names from those that other languages write in the same script: GeoNames lists the names of a place without
/// saying in which language they are.
/// </summary>
internal static class ArabicNames
{
    /// <summary>The Arabic among many names. Where none is, Persian ones that Arabic could spell so: «قائم‌شهر» no, «سمنان» yes.</summary>
    public static List<string> Of(string[] names)
    {
        var arabic = names.Where(IsArabic).Distinct(StringComparer.Ordinal).ToList();
        return arabic.Count > 0 ? arabic : [.. names.Select(InArabicLetters).Where(IsArabic).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsArabic(string name) => name.Length > 1 && name.All(c => IsLetter(c) || c is ' ' or '-' or (>= '\u064B' and <= '\u0652')) && name.Any(IsLetter);

    // The 36 letters of Arabic; Persian, Urdu, Kurdish and Uyghur letters stand beyond.
    private static bool IsLetter(char c) => c is (>= '\u0621' and <= '\u063A') or (>= '\u0641' and <= '\u064A');

    private static string InArabicLetters(string name) => name.Replace('ی', 'ي').Replace('ک', 'ك');
}
