using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Text;

namespace Isnad.Training.Corpora;

/// <summary>
/// A token that PADT's morphology did not know (UPOS X) has its clitics as words of their own in the tree, but each of them is
/// written as the whole token: «وحماس وحماس» is one token, و + حماس. This puts such tokens together again and cuts them.
/// </summary>
internal static class UnanalysedTokens
{
    private const string Unanalysed = "X";
    private const int ShortestToken = 3;
    private const int ShortestParticle = 3;

    /// <summary>Restores tokens and their words in place.</summary>
    public static void Restore(List<TreeToken> tokens, List<TreeWord> words)
    {
        for (var t = 0; t < tokens.Count; t++)
        {
            var (surface, first, count) = tokens[t];
            if (count != 1 || surface.Length < ShortestToken || words[first].Tag != Unanalysed)
            {
                continue;
            }

            var copies = 1;
            while (t + copies < tokens.Count && tokens[t + copies] is { WordCount: 1 } next && next.Surface == surface && words[next.FirstWord].Tag == Unanalysed)
            {
                copies++;
            }

            if (copies > 1 && Parts(surface, copies) is { } parts)
            {
                tokens.RemoveRange(t + 1, copies - 1);
                tokens[t] = new(surface, first, copies);
                for (var i = 0; i < copies; i++)
                {
                    words[first + i] = words[first + i] with { Form = parts[i].Form, Tag = parts[i].Tag };
                }
            }
        }
    }

    /// <summary>Cuts a token into so many words: proclitics, the stem, and a pronoun where proclitics are not enough.</summary>
    private static List<(string Form, string Tag)>? Parts(string surface, int count)
    {
        var parts = new List<(string, string)>();
        var at = 0;
        while (parts.Count < count - 1 && TagOf(surface[at]) is { } tag && !IsParticle(ArabicFolding.Fold(surface.AsSpan(at))))
        {
            parts.Add((surface[at..++at], tag));
        }

        var pronoun = parts.Count == count - 1 ? "" : Array.Find(CliticCutter.Pronouns, p => ArabicFolding.Fold(surface).EndsWith(p, StringComparison.Ordinal));
        if (pronoun is null || surface.Length - at - pronoun.Length < 2)
        {
            return null;
        }

        parts.Add((surface[at..^pronoun.Length], Unanalysed));
        if (pronoun.Length > 0)
        {
            parts.Add((surface[^pronoun.Length..], "PRON"));
        }

        return parts.Count == count ? parts : null;
    }

    /// <summary>«لكننا», «بيننا»: these begin like a clitic and are a word with its pronoun.</summary>
    private static bool IsParticle(string word)
    {
        var closed = ClosedClass.Of(KnowledgeBase.Default);
        return IsClosed(word) || Array.Exists(CliticCutter.Pronouns, p => word.EndsWith(p, StringComparison.Ordinal) && IsClosed(word[..^p.Length]));

        bool IsClosed(string stem) => stem.Length >= ShortestParticle && (closed[stem] & (FunctionWord.Complementizer | FunctionWord.Preposition | FunctionWord.Auxiliary)) != 0;
    }

    private static string? TagOf(char proclitic) => proclitic switch
    {
        'و' or 'ف' => "CCONJ",
        'ب' or 'ل' or 'ك' => "ADP",
        'س' => "PART",
        _ => null,
    };
}
