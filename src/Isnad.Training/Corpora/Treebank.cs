using Isnad.Language.Tagging;
using Isnad.Text;

namespace Isnad.Training.Corpora;

/// <summary>A syntactic word of the treebank.</summary>
/// <param name="Form">As written, clitics apart.</param>
/// <param name="Tag">UPOS.</param>
/// <param name="Head">Index of its head among the sentence's words, or -1 for the root.</param>
/// <param name="Relation">UD relation without subtype.</param>
/// <param name="Features">UD features.</param>
internal sealed record TreeWord(string Form, string Tag, int Head, string Relation, string Features);

/// <summary>A token between spaces and the words it holds.</summary>
internal sealed record TreeToken(string Surface, int FirstWord, int WordCount);

/// <summary>A sentence of a CoNLL-U file.</summary>
internal sealed record TreeSentence(string Id, IReadOnlyList<TreeToken> Tokens, IReadOnlyList<TreeWord> Words)
{
    /// <summary>
    /// Reads a CoNLL-U file. Where a corpus marks no multi-word tokens (PUD), clitics that stand without a space beside their
    /// host are put together.
    /// </summary>
    public static IEnumerable<TreeSentence> Read(string path)
    {
        var id = "";
        var tokens = new List<TreeToken>();
        var words = new List<TreeWord>();
        var until = -1;
        var glued = false;
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("# sent_id = ", StringComparison.Ordinal))
            {
                id = line[12..];
            }
            else if (line.Length == 0 && words.Count > 0)
            {
                UnanalysedTokens.Restore(tokens, words);
                yield return new(id, [.. tokens], TreeRelations.Harmonised(words));
                tokens.Clear();
                words.Clear();
                (until, glued) = (-1, false);
            }
            else if (line.Split('\t') is [var number, var form, _, var tag, _, var features, var head, var relation, _, var misc])
            {
                if (number.Split('-') is [var from, var to])
                {
                    tokens.Add(new(form, int.Parse(from) - 1, int.Parse(to) - int.Parse(from) + 1));
                    until = int.Parse(to) - 1;
                    continue;
                }

                if (number.Contains('.', StringComparison.Ordinal))
                {
                    continue;
                }

                var index = words.Count;
                words.Add(new(form, tag, int.Parse(head) - 1, relation.Split(':')[0], features));
                if (index > until)
                {
                    if (glued && IsWord(form) && IsWord(tokens[^1].Surface))
                    {
                        tokens[^1] = new(tokens[^1].Surface + form, tokens[^1].FirstWord, tokens[^1].WordCount + 1);
                    }
                    else
                    {
                        tokens.Add(new(form, index, 1));
                    }

                    glued = misc.Contains("SpaceAfter=No", StringComparison.Ordinal);
                }
            }
        }
    }

    /// <summary>The tokens as the cutter sees them.</summary>
    public List<WrittenWord> WrittenWords() => [.. Tokens.Select(t => WrittenWord.Of(ArabicFolding.Fold(t.Surface), t.Surface))];

    /// <summary>The cut that a token's words imply, or null where it is no plain sequence of clitics and a stem.</summary>
    public WordCut? CutOf(TreeToken token)
    {
        var forms = Words.Skip(token.FirstWord).Take(token.WordCount).Select(w => ArabicFolding.Fold(w.Form)).ToList();
        var prefix = 0;
        while (prefix < forms.Count - 1 && forms[prefix].Length == 1)
        {
            prefix++;
        }

        var surface = ArabicFolding.Fold(token.Surface);
        var suffix = (forms.Count - prefix) switch { 1 => 0, 2 => forms[^1].Length, _ => -1 };
        return suffix >= 0 && surface.Length > prefix + suffix && (suffix == 0 || surface.EndsWith(forms[^1], StringComparison.Ordinal)) ? new(prefix, suffix) : null;
    }

    /// <summary>Whether a token was unknown to the treebank's analyser.</summary>
    public bool IsUnanalysed(TreeToken token) => Words.Skip(token.FirstWord).Take(token.WordCount).Any(w => w.Tag == "X");

    private static bool IsWord(string form) => ArabicFolding.IsArabicLetter(form[0]);
}
