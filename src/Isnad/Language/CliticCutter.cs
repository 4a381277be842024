namespace Isnad.Language;

/// <summary>
/// Cuts a folded word into proclitics, stem and attached pronoun in every way that spelling allows; which of them is meant
/// is for the lexicon and the context to say.
/// </summary>
internal static class CliticCutter
{
    private const int ShortestStem = 2;
    /// <summary>Attached pronouns, folded, the longest first.</summary>
    public static readonly string[] Pronouns = ["هما", "كما", "هم", "هن", "ها", "نا", "كم", "ني", "ه", "ك", "ي"];

    /// <summary>Every cut, fewest clitics first, the article before an attached pronoun.</summary>
    public static Segmentation[] Cut(string word, bool mayHavePronoun)
    {
        var cuts = new List<Segmentation>();
        foreach (var head in Heads(word))
        {
            var stem = word[head.Length..];
            if (head.Proclitics.HasFlag(Proclitics.Article))
            {
                // «للحكومة»: the article's alef is not written after ل, so the key has to be put together.
                cuts.Add(new(stem, head.Proclitics, "", "ال" + stem, head.KeyOffset));
                continue;
            }

            cuts.Add(new(stem, head.Proclitics, "", stem, head.KeyOffset));
            if (mayHavePronoun)
            {
                CutPronouns(cuts, stem, head);
            }
        }

        return [.. cuts.OrderBy(cut => cut.Cuts).ThenBy(cut => cut.Enclitic.Length > 0)];
    }

    private static void CutPronouns(List<Segmentation> cuts, string word, Head head)
    {
        foreach (var pronoun in Pronouns)
        {
            if (word.Length - pronoun.Length < ShortestStem || !word.EndsWith(pronoun, StringComparison.Ordinal))
            {
                continue;
            }

            var bare = word[..^pronoun.Length];
            Add(bare);
            switch (bare[^1])
            {
                case 'ت':
                    Add(bare[..^1] + "ه");      // زيارته: زيارة
                    break;
                case 'ا':
                    Add(bare[..^1] + "ي");      // مستواه: مستوى
                    break;
                case 'و':
                    Add(bare + "ا");            // هاجموه: هاجموا
                    Add(bare[..^1] + "ء");      // لقاؤه: لقاء
                    if (bare.EndsWith("تمو", StringComparison.Ordinal))
                    {
                        Add(bare[..^1]);        // قصفتموه: قصفتم
                    }

                    break;
                case 'ي':
                    Add(bare[..^1] + "ء");      // لقائه, folded «لقايه»: لقاء
                    break;
            }

            void Add(string stem)
            {
                if (stem.Length >= ShortestStem)
                {
                    cuts.Add(new(stem, head.Proclitics, pronoun, stem, head.KeyOffset));
                }
            }
        }
    }

    private static List<Head> Heads(string word)
    {
        var heads = new List<Head>(8);
        AddHeads(heads, word, 0, Proclitics.None);
        var conjunction = word.Length > ShortestStem ? word[0] switch { 'و' => Proclitics.And, 'ف' => Proclitics.So, _ => Proclitics.None } : Proclitics.None;
        if (conjunction != Proclitics.None)
        {
            AddHeads(heads, word, 1, conjunction);
        }

        return heads;
    }

    private static void AddHeads(List<Head> heads, string word, int start, Proclitics conjunction)
    {
        heads.Add(new(start, start, conjunction));
        if (HasArticle(word, start))
        {
            heads.Add(new(start + 2, start, conjunction | Proclitics.Article));
        }

        var letter = word.Length < start + 1 + ShortestStem ? ' ' : word[start];
        var particle = letter switch { 'ب' => Proclitics.By, 'ل' => Proclitics.For, 'ك' => Proclitics.Like, 'س' => Proclitics.Future, _ => Proclitics.None };
        if (particle == Proclitics.None)
        {
            return;
        }

        var after = start + 1;
        if (particle == Proclitics.For && word[after] == 'ل' && word.Length >= after + 1 + ShortestStem)
        {
            heads.Add(new(after + 1, after, conjunction | particle | Proclitics.Article));      // للحكومة
            heads.Add(new(after, after, conjunction | particle | Proclitics.Article));          // للجنة: ل + اللجنة
        }
        else if (particle != Proclitics.Future && HasArticle(word, after))
        {
            heads.Add(new(after + 2, after, conjunction | particle | Proclitics.Article));      // بالهجوم
        }

        heads.Add(new(after, after, conjunction | particle));
    }

    private static bool HasArticle(string word, int start) =>
        word.Length >= start + 2 + ShortestStem && word[start] == 'ا' && word[start + 1] == 'ل';

    /// <param name="Length">Letters cut off in front of the stem.</param>
    /// <param name="KeyOffset">Letters in front of the article and the stem.</param>
    private readonly record struct Head(int Length, int KeyOffset, Proclitics Proclitics);
}
