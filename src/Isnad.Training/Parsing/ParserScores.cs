using System.Globalization;
using Isnad.Language.Parsing;
using Isnad.Language.Tagging;
using Isnad.Training.Corpora;

namespace Isnad.Training.Parsing;

/// <summary>How many are in the gold, were found, and are the same.</summary>
internal record struct Count(int Same, int Gold, int Found)
{
    public readonly double Precision => Found == 0 ? 0 : (double)Same / Found;

    public readonly double Recall => Gold == 0 ? 0 : (double)Same / Gold;

    public readonly double F1 => Same == 0 ? 0 : 2.0 * Same / (Gold + Found);

    public readonly override string ToString() => string.Create(CultureInfo.InvariantCulture, $"P {Precision:P1} R {Recall:P1} F1 {F1:P1} of {Gold}");

    public void Add(bool gold, bool found, bool same)
    {
        Gold += gold ? 1 : 0;
        Found += found ? 1 : 0;
        Same += gold && found && same ? 1 : 0;
    }
}

/// <summary>Scores of parsing.</summary>
/// <param name="Unlabelled">Words with the right head, punctuation counted.</param>
/// <param name="Labelled">Words with the right head and relation (without subtype).</param>
/// <param name="Subjects">Subjects of finite verbs.</param>
/// <param name="Objects">Bare objects of finite verbs, attached pronouns included.</param>
internal sealed record ParserScores(Count Unlabelled, Count Labelled, Count Subjects, Count Objects)
{
    /// <summary>Scores on gold words with the tags that the tagger gives them.</summary>
    public static ParserScores Measure(IReadOnlyList<TreeSentence> sentences, ParserTrainer trainer, ParserModel model)
    {
        var counter = new Counter();
        foreach (var sentence in sentences)
        {
            var tree = model.Parse(trainer.Words(sentence));
            counter.Add(sentence, [.. Enumerable.Range(0, sentence.Words.Count)], tree, model.Relations, sentence.Words.Count);
        }

        return counter.Scores;
    }

    /// <summary>The same from raw tokens: a word that is cut differently has no head and no relation.</summary>
    public static ParserScores MeasureOnText(IReadOnlyList<TreeSentence> sentences, CutModel cutter, TagModel tagger, ParserTrainer trainer, ParserModel model)
    {
        var counter = new Counter();
        foreach (var sentence in sentences)
        {
            var written = sentence.WrittenWords();
            var cuts = cutter.Cut(written);
            var segments = new List<Segment>();
            var goldOf = new List<int>();
            for (var t = 0; t < written.Count; t++)
            {
                var token = sentence.Tokens[t];
                Segment.Add(written[t], cuts[t], t, segments);
                var same = sentence.CutOf(token) == cuts[t];
                for (var i = 0; goldOf.Count < segments.Count; i++)
                {
                    goldOf.Add(same && i < token.WordCount ? token.FirstWord + i : -1);
                }
            }

            counter.Add(sentence, goldOf, model.Parse(trainer.Words(segments, tagger.Tag(segments))), model.Relations, segments.Count);
        }

        return counter.Scores;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"UAS {Unlabelled.F1:P1} LAS {Labelled.F1:P1}; subjects of verbs {Subjects}; objects {Objects}");

    private sealed class Counter
    {
        private Count unlabelled;
        private Count labelled;
        private Count subjects;
        private Count objects;

        public ParserScores Scores => new(unlabelled, labelled, subjects, objects);

        /// <summary>Compares a parse with the gold tree.</summary>
        /// <param name="sentence">The gold tree.</param>
        /// <param name="goldOf">The gold word that each parsed word is, or -1.</param>
        /// <param name="tree">The parse.</param>
        /// <param name="names">Its relations' names.</param>
        /// <param name="root">The index that stands for the root.</param>
        public void Add(TreeSentence sentence, List<int> goldOf, ParserState tree, IReadOnlyList<string> names, int root)
        {
            var found = new (int Head, string Relation)?[sentence.Words.Count];
            for (var i = 0; i < goldOf.Count; i++)
            {
                if (goldOf[i] >= 0)
                {
                    found[goldOf[i]] = (tree.Heads[i] == root ? -1 : goldOf[tree.Heads[i]] is >= 0 and var head ? head : -2, names[tree.Relations[i]]);
                }
            }

            unlabelled.Found += goldOf.Count - sentence.Words.Count;
            labelled.Found += goldOf.Count - sentence.Words.Count;
            for (var i = 0; i < found.Length; i++)
            {
                var gold = sentence.Words[i];
                var (head, relation) = found[i] ?? (-3, "");
                unlabelled.Add(true, true, head == gold.Head);
                labelled.Add(true, true, head == gold.Head && relation == gold.Relation);
                subjects.Add(IsOfVerb(gold.Head) && gold.Relation == "nsubj", IsOfVerb(head) && relation == "nsubj", head == gold.Head);
                objects.Add(IsOfVerb(gold.Head) && gold.Relation == "obj", IsOfVerb(head) && relation == "obj", head == gold.Head);
            }

            bool IsOfVerb(int at) => at >= 0 && sentence.Words[at].Tag == "VERB";
        }
    }
}
