using Isnad.Language.Parsing;
using Isnad.Training.Corpora;

namespace Isnad.Training.Parsing;

/// <summary>Scores of parsing on gold words.</summary>
/// <param name="Unlabelled">Share of words with the right head, punctuation counted.</param>
/// <param name="Labelled">Share with the right head and relation (without subtype).</param>
/// <param name="Subjects">F1 of subjects of finite verbs.</param>
/// <param name="Objects">F1 of objects of finite verbs.</param>
internal sealed record ParserScores(double Unlabelled, double Labelled, double Subjects, double Objects)
{
    public static ParserScores Measure(IReadOnlyList<TreeSentence> sentences, ParserTrainer trainer, ParserModel model)
    {
        int words = 0, heads = 0, both = 0;
        var subjects = (Same: 0, Gold: 0, Found: 0);
        var objects = (Same: 0, Gold: 0, Found: 0);
        foreach (var sentence in sentences)
        {
            var tree = model.Parse(trainer.Words(sentence));
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var gold = sentence.Words[i];
                var head = tree.Heads[i] == sentence.Words.Count ? -1 : tree.Heads[i];
                var relation = model.Relations[tree.Relations[i]];
                words++;
                heads += head == gold.Head ? 1 : 0;
                both += head == gold.Head && relation == gold.Relation ? 1 : 0;
                Count(ref subjects, "nsubj", gold, head, relation, sentence);
                Count(ref objects, "obj", gold, head, relation, sentence);
            }
        }

        return new((double)heads / words, (double)both / words, F(subjects), F(objects));
    }

    private static void Count(ref (int Same, int Gold, int Found) counts, string wanted, TreeWord gold, int head, string relation, TreeSentence sentence)
    {
        bool IsOfVerb(int at) => at >= 0 && sentence.Words[at].Tag == "VERB";
        var isGold = gold.Relation == wanted && IsOfVerb(gold.Head);
        var isFound = relation == wanted && IsOfVerb(head);
        counts.Gold += isGold ? 1 : 0;
        counts.Found += isFound ? 1 : 0;
        counts.Same += isGold && isFound && gold.Head == head ? 1 : 0;
    }

    private static double F((int Same, int Gold, int Found) c) => c.Same == 0 ? 0 : 2.0 * c.Same / (c.Gold + c.Found);
}
