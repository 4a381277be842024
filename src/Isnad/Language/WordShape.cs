using System.Collections.Concurrent;
using Isnad.Text;

namespace Isnad.Language;

/// <summary>Particles written together with the word that follows.</summary>
[Flags]
public enum Proclitics
{
    None = 0,
    And = 1,        // و
    So = 2,         // ف
    By = 4,         // ب
    For = 8,        // ل
    Like = 16,      // ك
    Article = 32,   // ال
    Future = 64,    // س
}

/// <summary>One way to cut a word: proclitics + stem + attached pronoun.</summary>
/// <param name="Stem">Folded stem without clitics and without the article.</param>
/// <param name="Proclitics">What was cut off in front.</param>
/// <param name="Enclitic">Attached pronoun, folded («ه», «ها», «هم»), or empty.</param>
/// <param name="Key">The stem with its article, the form that phrases are listed under.</param>
/// <param name="Offset">Number of folded characters before <paramref name="Key"/>.</param>
public readonly record struct Segmentation(string Stem, Proclitics Proclitics, string Enclitic, string Key, int Offset)
{
    public bool Has(Proclitics proclitic) => (Proclitics & proclitic) != 0;

    /// <summary>A preposition written into the word: ب، ل، ك.</summary>
    public bool HasPreposition => Has(Proclitics.By | Proclitics.For | Proclitics.Like);
}

/// <summary>A folded word and every way to cut it, fewest cuts first. Shared between occurrences of the word.</summary>
public sealed class WordShape
{
    private const int CacheLimit = 300_000;
    private static readonly ConcurrentDictionary<string, WordShape> Cache = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, WordShape>.AlternateLookup<ReadOnlySpan<char>> CacheBySpan =
        Cache.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Pronouns = ["هما", "كما", "هم", "هن", "ها", "نا", "كم", "ني", "ه", "ك", "ي"];

    private WordShape(string folded, bool isWord)
    {
        Folded = folded;
        Segmentations = isWord ? Cut(folded) : [];
    }

    public string Folded { get; }

    public IReadOnlyList<Segmentation> Segmentations { get; }

    /// <summary>The shape of a folded word; kept, because news repeats its words, up to a bound, because input is untrusted.</summary>
    internal static WordShape Of(ReadOnlySpan<char> folded, bool isWord)
    {
        if (CacheBySpan.TryGetValue(folded, out var shape))
        {
            return shape;
        }

        shape = new WordShape(folded.ToString(), isWord && folded.Length <= 64);
        if (folded.Length <= 64 && Cache.Count < CacheLimit)
        {
            Cache.TryAdd(shape.Folded, shape);
        }

        return shape;
    }

    private static Segmentation[] Cut(string word)
    {
        var cuts = new List<Segmentation>();
        foreach (var (length, proclitics) in Heads(word))
        {
            var article = proclitics.HasFlag(Proclitics.Article);
            // «للحكومة»: the article's alef is not written after ل, so the key has to be put together.
            var stem = word[length..];
            var key = article ? "ال" + stem : stem;
            var offset = article && proclitics.HasFlag(Proclitics.For) ? length - 1 : article ? length - 2 : length;
            cuts.Add(new(stem, proclitics, "", key, offset));
            if (article)
            {
                continue;
            }

            foreach (var pronoun in Pronouns)
            {
                if (stem.Length - pronoun.Length < 2 || !stem.EndsWith(pronoun, StringComparison.Ordinal))
                {
                    continue;
                }

                var bare = stem[..^pronoun.Length];
                cuts.Add(new(bare, proclitics, pronoun, bare, offset));
                // «زيارته» = زيارة + ه, «مستواه» = مستوى + ه, «دعوه» = دعوا + ه
                if (bare.EndsWith('ت'))
                {
                    cuts.Add(new(bare[..^1] + "ه", proclitics, pronoun, bare[..^1] + "ه", offset));
                }
                else if (bare.EndsWith('ا'))
                {
                    cuts.Add(new(bare[..^1] + "ي", proclitics, pronoun, bare[..^1] + "ي", offset));
                }
                else if (bare.EndsWith('و'))
                {
                    cuts.Add(new(bare + "ا", proclitics, pronoun, bare + "ا", offset));
                }
            }
        }

        return [.. cuts];
    }

    private static IEnumerable<(int Length, Proclitics Proclitics)> Heads(string word)
    {
        yield return (0, Proclitics.None);
        if (word.StartsWith("ال", StringComparison.Ordinal) && word.Length >= 4)
        {
            yield return (2, Proclitics.Article);
        }

        var conjunction = Proclitics.None;
        var start = 0;
        for (var round = 0; round < 2; round++)
        {
            if (round == 1)
            {
                conjunction = word.Length > 2 ? word[0] switch { 'و' => Proclitics.And, 'ف' => Proclitics.So, _ => Proclitics.None } : Proclitics.None;
                if (conjunction == Proclitics.None)
                {
                    yield break;
                }

                start = 1;
                yield return (1, conjunction);
                if (word.AsSpan(1).StartsWith("ال", StringComparison.Ordinal) && word.Length >= 5)
                {
                    yield return (3, conjunction | Proclitics.Article);
                }
            }

            if (word.Length < start + 3)
            {
                continue;
            }

            var preposition = word[start] switch { 'ب' => Proclitics.By, 'ل' => Proclitics.For, 'ك' => Proclitics.Like, 'س' => Proclitics.Future, _ => Proclitics.None };
            if (preposition == Proclitics.None)
            {
                continue;
            }

            if (preposition == Proclitics.For && word[start + 1] == 'ل' && word.Length >= start + 4)
            {
                yield return (start + 2, conjunction | Proclitics.For | Proclitics.Article);
            }
            else if (preposition != Proclitics.Future && word.AsSpan(start + 1).StartsWith("ال", StringComparison.Ordinal) && word.Length >= start + 5)
            {
                yield return (start + 3, conjunction | preposition | Proclitics.Article);
            }

            yield return (start + 1, conjunction | preposition);
        }
    }
}
