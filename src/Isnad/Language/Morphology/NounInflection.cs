namespace Isnad.Language.Morphology;

/// <summary>
/// Inflects a noun or masdar: accusative alef, dual, sound plural, the form before a genitive, and the plurals that its entry
/// lists. The article and clitics stay with <see cref="Segmentation"/>.
/// </summary>
internal static class NounInflection
{
    // «قصفات» is no word: short masdars have broken plurals or none.
    private const int ShortestWithSoundPlural = 4;

    public static IEnumerable<(string Form, Number Number)> Forms(string singular, IReadOnlyList<string> plurals)
    {
        yield return (singular, Number.Singular);
        if (TakesAlef(singular))
        {
            // هجوماً
            yield return (singular + "ا", Number.Singular);
        }

        if (singular.Contains(' ', StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var dual in Duals(singular))
        {
            yield return (dual, Number.Dual);
        }

        if (plurals.Count == 0 && SoundPlural(singular) is { } sound)
        {
            yield return (sound, Number.Plural);
        }

        foreach (var plural in plurals)
        {
            yield return (plural, Number.Plural);
            if (TakesAlef(plural))
            {
                yield return (plural + "ا", Number.Plural);
            }

            if (plural.EndsWith("ون", StringComparison.Ordinal))
            {
                // قتيلون، قتيلين، قتيلو المدينة، قتيلي
                yield return (plural[..^2] + "ين", Number.Plural);
                yield return (plural[..^1], Number.Plural);
                yield return (plural[..^2] + "ي", Number.Plural);
            }
        }
    }

    // No alef after ة, a long ā, or the hamza after it: «زيارةً», «لقاءً». Sound plurals in ات and ون take none either.
    private static bool TakesAlef(string word) => word[^1] is not ('ة' or 'ا' or 'ى')
        && !word.EndsWith("اء", StringComparison.Ordinal) && !word.EndsWith("ات", StringComparison.Ordinal) && !word.EndsWith("ون", StringComparison.Ordinal);

    private static IEnumerable<string> Duals(string singular)
    {
        if (singular.EndsWith('ة'))
        {
            // زيارتان، زيارتين; before a genitive زيارتا، زيارتي
            var stem = singular[..^1] + "ت";
            return [stem + "ان", stem + "ين", stem + "ا", stem + "ي"];
        }

        // مستويان; after another alef the dual is no word of news
        return singular[^1] switch
        {
            'ى' => [singular[..^1] + "يان", singular[..^1] + "يين"],
            'ا' => [],

            // The genitive «اجتماعي» would be an adjective far more often; it is left out.
            _ => [singular + "ان", singular + "ين"],
        };
    }

    private static string? SoundPlural(string singular) => singular[^1] switch
    {
        'ة' => singular[..^1] + "ات",
        'ى' => singular[..^1] + "يات",
        'ا' => null,
        _ => singular.Length >= ShortestWithSoundPlural ? singular + "ات" : null,
    };
}
