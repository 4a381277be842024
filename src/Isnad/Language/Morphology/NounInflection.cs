namespace Isnad.Language.Morphology;

/// <summary>Inflects a noun or masdar: accusative alef, dual, sound plural, and the plurals that its entry lists.</summary>
internal static class NounInflection
{
    public static IEnumerable<(string Form, Number Number)> Forms(string singular, IReadOnlyList<string> plurals)
    {
        yield return (singular, Number.Singular);
        var feminine = singular.EndsWith('ة');
        if (!feminine && singular[^1] is not ('ا' or 'ى'))
        {
            // هجوماً
            yield return (singular + "ا", Number.Singular);
        }

        if (singular.Contains(' ', StringComparison.Ordinal))
        {
            yield break;
        }

        // زيارتان، زيارتي (with its genitive); هجومان، هجومين
        var stem = feminine ? singular[..^1] + "ت" : singular;
        yield return (stem + "ان", Number.Dual);
        yield return (stem + "ين", Number.Dual);
        if (plurals.Count == 0 && (feminine || singular.Length >= 4))
        {
            yield return ((feminine ? singular[..^1] : singular) + "ات", Number.Plural);
        }

        foreach (var plural in plurals)
        {
            yield return (plural, Number.Plural);
            yield return (plural + "ا", Number.Plural);
        }
    }
}
