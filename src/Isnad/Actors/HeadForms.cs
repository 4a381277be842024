using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>Derives the forms of heads and adjectives that knowledge does not list: article, feminine, dual, sound plurals.</summary>
internal static class HeadForms
{
    private const string Article = "ال";

    /// <summary>Forms of a head's entry with their number and the folded lemma they belong to.</summary>
    public static IEnumerable<(string Form, Number Number, string Lemma)> Of(KnowledgeRecord record)
    {
        foreach (var name in record.Values("also").Prepend(record.Headword))
        {
            var lemma = ArabicFolding.Fold(name.StartsWith(Article, StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal) ? name[2..] : name);
            foreach (var (form, number) in record.Kind switch { "title" or "office" => Numbers(name, !record.Is("no-feminine")), "generic" => Counted(name), _ => [(name, Number.Singular)] })
            {
                // «وزيرا» and «وزيري» stand before a genitive only: «الرئيسي» is an adjective.
                foreach (var variant in number == Number.Dual ? [form] : Definite(form))
                {
                    yield return (variant, number, lemma);
                }
            }
        }

        foreach (var plural in record.Values("plural"))
        {
            foreach (var variant in Definite(plural))
            {
                yield return (variant, Number.Plural, ArabicFolding.Fold(record.Headword));
            }
        }
    }

    /// <summary>Masculine singular in, every gender and number out: سوري، سورية، سوريون، سوريين، سوريان، سوريات.</summary>
    public static IEnumerable<string> Adjective(string masculine)
    {
        yield return masculine;
        foreach (var ending in new[] { "ة", "ون", "ين", "ان", "ات", "تان", "تين" })
        {
            yield return masculine + ending;
        }
    }

    /// <summary>Masculine adjective in, its nouns for a people out: سوريون، سوريين.</summary>
    public static IEnumerable<string> People(string masculine) => [masculine + "ون", masculine + "ين"];

    // After a number and for two: «38 متظاهراً», «مصدران», «مصدرين», «جامعتان».
    private static IEnumerable<(string Form, Number Number)> Counted(string name)
    {
        yield return (name, Number.Singular);
        if (name.Contains(' ', StringComparison.Ordinal) || name.StartsWith(Article, StringComparison.Ordinal) || name.EndsWith("ون", StringComparison.Ordinal)
            || name.EndsWith("ين", StringComparison.Ordinal) || name.EndsWith("ان", StringComparison.Ordinal) || name.EndsWith("ات", StringComparison.Ordinal))
        {
            yield break;
        }

        var feminine = name.EndsWith('ة');
        var stem = feminine ? name[..^1] + "ت" : name;
        if (!feminine)
        {
            yield return (name + "ا", Number.Singular);
        }

        yield return (stem + "ان", Number.Plural);
        yield return (stem + "ين", Number.Plural);
    }

    // Of the first word: «وزيرة», «وزيرا» and «وزيري» (two, before a genitive), «الوزيران».
    private static IEnumerable<(string Form, Number Number)> Numbers(string name, bool hasFeminine)
    {
        yield return (name, Number.Singular);
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        var (first, rest) = space < 0 ? (name, "") : (name[..space], name[space..]);
        if (first.StartsWith(Article, StringComparison.Ordinal) || first.Length < 3)
        {
            yield break;
        }

        var feminine = first.EndsWith('ة');
        var stem = feminine ? first[..^1] + "ت" : first;
        if (!feminine && hasFeminine)
        {
            yield return (first + "ة" + rest, Number.Singular);
        }

        yield return (stem + "ا" + rest, Number.Dual);
        yield return (stem + "ي" + rest, Number.Dual);
    }

    // One word takes the article; of two without any, a noun with its adjective takes it twice, a genitive on its last.
    private static IEnumerable<string> Definite(string name)
    {
        yield return name;
        var words = name.Split(' ');
        if (words.Any(w => w.StartsWith(Article, StringComparison.Ordinal) || w is "في" or "من"))
        {
            yield break;
        }

        yield return string.Join(' ', words.Select(w => Article + w));
        if (words.Length == 2)
        {
            yield return $"{words[0]} {Article}{words[1]}";
        }
    }
}
