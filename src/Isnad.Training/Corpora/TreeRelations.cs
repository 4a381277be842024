using Isnad.Knowledge;
using Isnad.Language.Syntax;
using Isnad.Text;

namespace Isnad.Training.Corpora;

/// <summary>
/// Brings the trees of the two treebanks to one standard, that of UD v2, so that a parser can learn from both. PADT was
/// converted to UD v1, with the conjunction of a sentence as its root, «و» hanging on the conjunct before it, relative
/// pronouns as conjunctions, and complements with a preposition as objects.
/// </summary>
internal static class TreeRelations
{
    private const string Mark = "mark";

    public static TreeWord[] Harmonised(IReadOnlyList<TreeWord> words)
    {
        TreeWord[] tree = [.. words];
        Complements(tree);
        Predicates(tree);
        Root(tree);
        Conjunctions(tree);
        RelativePronouns(tree);
        return tree;
    }

    /// <summary>«أشار إلى | الاتفاق» is oblique, «إشارة إلى | الاتفاق» an attribute.</summary>
    private static void Complements(TreeWord[] tree)
    {
        var marked = new bool[tree.Length];
        foreach (var word in tree)
        {
            if (word is { Relation: "case", Head: >= 0 })
            {
                marked[word.Head] = true;
            }
        }

        for (var i = 0; i < tree.Length; i++)
        {
            var head = tree[i].Head < 0 ? "" : tree[tree[i].Head].Tag;
            tree[i] = tree[i] with
            {
                Relation = tree[i].Relation switch
                {
                    "obj" or "iobj" when marked[i] => head == "NOUN" ? "nmod" : "obl",
                    "nmod" when head is "VERB" or "AUX" => "obl",
                    var relation => relation,
                },
            };
        }
    }

    /// <summary>
    /// «قال إن الوضع | صعب» is a clause and «كان الوضع | صعباً» a predicate, with a noun or without: neither is an object.
    /// </summary>
    private static void Predicates(TreeWord[] tree)
    {
        var isClause = new bool[tree.Length];
        foreach (var word in tree)
        {
            if (word.Head >= 0 && (word.Relation is "mark" or "cop" or "aux" || (word.Relation == "nsubj" && tree[word.Head].Tag != "NOUN")))
            {
                isClause[word.Head] = true;
            }
        }

        var closed = ClosedClass.Of(KnowledgeBase.Default);
        for (var i = 0; i < tree.Length; i++)
        {
            if (tree[i] is { Relation: "obj", Tag: not "PRON", Head: >= 0 and var head } && tree[head].Tag is "VERB" or "AUX")
            {
                var isAuxiliary = (closed[ArabicFolding.Fold(tree[head].Form)] & FunctionWord.Auxiliary) != 0;
                tree[i] = isClause[i] ? tree[i] with { Relation = "ccomp" } : isAuxiliary ? tree[i] with { Relation = "xcomp" } : tree[i];
            }
        }
    }

    /// <summary>Where the conjunction that opens a sentence is its root, the first clause takes its place.</summary>
    private static void Root(TreeWord[] tree)
    {
        var root = Array.FindIndex(tree, w => w.Head < 0);
        var clause = root < 0 || tree[root].Tag != "CCONJ" ? -1 : Array.FindIndex(tree, w => w.Head == root && w.Relation is "parataxis" or "conj");
        if (clause < 0)
        {
            return;
        }

        for (var i = 0; i < tree.Length; i++)
        {
            tree[i] = i == clause ? tree[i] with { Head = -1, Relation = "root" }
                : i == root ? tree[i] with { Head = clause, Relation = "cc" }
                : tree[i].Head == root ? tree[i] with { Head = clause }
                : tree[i];
        }
    }

    /// <summary>«و» belongs to the conjunct that follows it.</summary>
    private static void Conjunctions(TreeWord[] tree)
    {
        for (var i = 0; i < tree.Length; i++)
        {
            var word = tree[i];
            if (word is { Relation: "cc", Tag: not "PRON" } && word.Head >= 0 && word.Head < i)
            {
                var conjunct = Array.FindIndex(tree, i + 1, w => w.Head == word.Head && w.Relation is "conj" or "parataxis");
                tree[i] = conjunct < 0 ? word : word with { Head = conjunct };
            }
            else if (word is { Relation: "compound", Form: "و" or "ف" })
            {
                tree[i] = word with { Relation = "cc" };
            }
        }
    }

    /// <summary>«الذي» marks its clause: whether it is subject or object there, one treebank says and the other does not.</summary>
    private static void RelativePronouns(TreeWord[] tree)
    {
        for (var i = 0; i < tree.Length; i++)
        {
            var word = tree[i];
            // «الذي», «التي», «اللذان»: no other pronoun begins with the article.
            if (word.Tag != "PRON" || !word.Form.StartsWith("ال", StringComparison.Ordinal))
            {
                continue;
            }

            if (word.Relation is "nsubj" or "obj" && word.Head > i)
            {
                tree[i] = word with { Relation = Mark };
            }
            else if (word.Relation == "cc")
            {
                var clause = Array.FindIndex(tree, i + 1, w => w.Head == word.Head && w.Relation == "acl");
                tree[i] = clause < 0 ? word : word with { Head = clause, Relation = Mark };
            }
        }
    }
}
