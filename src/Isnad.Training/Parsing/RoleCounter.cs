using Isnad.Language;
using Isnad.Language.Parsing;
using Isnad.Language.Tagging;
using Isnad.Training.Corpora;

namespace Isnad.Training.Parsing;

/// <summary>
/// Counts in raw news, parsed by a first parser, how often verbs have objects and nouns are subjects or objects. The parser is
/// often wrong about one sentence and seldom about a word's habits.
/// </summary>
internal sealed class RoleCounter(CutModel cutter, TagModel tagger, ParserTrainer trainer, ParserModel parser)
{
    private const int LongestSentence = 60;
    private const int LeastSeen = 10;
    private readonly Dictionary<uint, Counts> counts = [];

    private sealed class Counts
    {
        public int Verb;
        public int WithObject;
        public int Subject;
        public int Object;
    }

    public void Count(string text)
    {
        var (tokens, sentences) = Tokenizer.Tokenize(text);
        foreach (var sentence in sentences)
        {
            if (sentence.EndToken - sentence.FirstToken is > 3 and <= LongestSentence)
            {
                Count(text, tokens, sentence);
            }
        }
    }

    /// <summary>Role classes of the words seen often enough.</summary>
    public WordRoles Roles() => WordRoles.Of(counts
        .Select(c => KeyValuePair.Create(c.Key, (byte)(OfVerb(c.Value) | (OfNoun(c.Value) << 4))))
        .Where(r => r.Value != 0));

    private void Count(string text, IReadOnlyList<Token> tokens, Sentence sentence)
    {
        var words = new List<WrittenWord>();
        for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            words.Add(WrittenWord.Of(tokens[t].Folded, text.AsSpan(tokens[t].Span.Start, tokens[t].Span.Length)));
        }

        var cuts = cutter.Cut(words);
        var segments = new List<Segment>();
        for (var t = 0; t < words.Count; t++)
        {
            Segment.Add(words[t], cuts[t], t, segments);
        }

        var tags = tagger.Tag(segments);
        var parsed = trainer.Words(segments, tags);
        var tree = parser.Parse(parsed);
        for (var i = 0; i < parsed.Length; i++)
        {
            if (tagger.Labels[tags[i]] == "VERB")
            {
                Of(parsed[i]).Verb++;
            }

            var head = tree.Heads[i];
            if (head >= parsed.Length || tagger.Labels[tags[head]] != "VERB")
            {
                continue;
            }

            switch (parser.Kinds[tree.Relations[i]])
            {
                case SyntaxRelation.Nsubj:
                    Of(parsed[i]).Subject++;
                    break;
                case SyntaxRelation.Obj:
                    Of(parsed[i]).Object++;
                    Of(parsed[head]).WithObject++;
                    break;
            }
        }
    }

    private Counts Of(ParserWord word)
    {
        ref var found = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, word.Form, out _);
        return found ??= new();
    }

    private static int OfVerb(Counts counts) => counts.Verb < LeastSeen ? 0
        : ((double)counts.WithObject / counts.Verb) switch { < 0.05 => 1, < 0.15 => 2, < 0.3 => 3, < 0.45 => 4, < 0.6 => 5, < 0.75 => 6, _ => 7 };

    private static int OfNoun(Counts counts) => counts.Subject + counts.Object < LeastSeen ? 0
        : ((double)counts.Subject / (counts.Subject + counts.Object)) switch { < 0.1 => 1, < 0.25 => 2, < 0.4 => 3, < 0.6 => 4, < 0.75 => 5, < 0.9 => 6, _ => 7 };
}
