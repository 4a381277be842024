namespace Isnad.Training.Corpora;

/// <summary>
/// Brings the relations of the two treebanks to one standard (UD v2): complements of a verb with a preposition are oblique,
/// whatever a treebank calls them. PADT has them as <c>obj</c> or <c>nmod</c>: «أشار إلى | الاتفاق».
/// </summary>
internal static class TreeRelations
{
    public static TreeWord[] Harmonised(IReadOnlyList<TreeWord> words)
    {
        var marked = new bool[words.Count];
        foreach (var word in words)
        {
            if (word is { Relation: "case", Head: >= 0 })
            {
                marked[word.Head] = true;
            }
        }

        return [.. words.Select((word, i) => word with { Relation = Harmonised(word, marked[i], words) })];
    }

    private static string Harmonised(TreeWord word, bool marked, IReadOnlyList<TreeWord> words) => word.Relation switch
    {
        "obj" or "iobj" when marked => word.Head >= 0 && words[word.Head].Tag == "NOUN" ? "nmod" : "obl",
        "nmod" when word.Head >= 0 && words[word.Head].Tag is "VERB" or "AUX" => "obl",
        _ => word.Relation,
    };
}
