using Isnad.Knowledge;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Language.Tagging;

/// <summary>Cuts clitics, decides word classes and finds names with the trained models.</summary>
/// <param name="trained">Whether the models are used; without them tags are unknown and there are no names.</param>
internal sealed class TagStage(bool trained = true) : IStage
{
    // A sentence is tagged in stretches, so that a text without full stops keeps its bounds.
    private const int LongestStretch = 400;

    public string Name => "tags";

    public string Purpose => "Cuts clitics, decides word classes and finds names with the trained models.";

    public Layers Reads => Layers.Tokens;

    public Layers Writes => Layers.Tags;

    public void Prepare(KnowledgeBase knowledge)
    {
        _ = LanguageModels.Default;
        NameListing.Of(knowledge);
    }

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        var tokens = new TaggedToken[document.Tokens.Count];
        var names = new List<NameSpan>();
        if (trained && LanguageModels.Default is { } models)
        {
            var lists = NameListing.Of(knowledge);
            foreach (var sentence in document.Sentences)
            {
                for (var first = sentence.FirstToken; first < sentence.EndToken; first += LongestStretch)
                {
                    Tag(document, models, lists, first, Math.Min(first + LongestStretch, sentence.EndToken), tokens, names);
                }
            }
        }

        document.Tags = new(tokens, names);
    }

    private static void Tag(NewsDocument document, LanguageModels models, NameListing lists, int first, int end, TaggedToken[] tagged, List<NameSpan> names)
    {
        var words = new WrittenWord[end - first];
        for (var i = 0; i < words.Length; i++)
        {
            var token = document.Tokens[first + i];
            words[i] = WrittenWord.Of(token.Folded, document.Text.AsSpan(token.Span.Start, token.Span.Length));
        }

        var cuts = models.Cuts.Cut(words);
        var segments = new List<Segment>(words.Length * 2);
        var stems = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            stems[i] = segments.Count + cuts[i].Prefix;
            Segment.Add(words[i], cuts[i], i, segments);
        }

        var tags = models.Tags.Tag(segments);
        var forNames = new NameToken[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            var stem = segments[stems[i]].Form;
            tagged[first + i] = new(models.TagOf[tags[stems[i]]], cuts[i].Prefix, cuts[i].Suffix) { Labels = TaggedToken.Pack(tags, stems[i], cuts[i].Prefix, cuts[i].Suffix > 0) };
            forNames[i] = new(words[i].Folded, stem, cuts[i].Prefix, tags[stems[i]], models.Clusters[stem], (uint)lists[stem]);
        }

        var labels = models.Names.Label(forNames);
        for (var i = 0; i < labels.Length; i++)
        {
            var label = models.Names.Labels[labels[i]];
            if (label.Length < 3 || cuts[i].Suffix > 0)
            {
                continue;
            }

            var next = i + 1;
            // «بوتين وأردوغان» are two, «موسكو موقفها» is one and a noun: clitics end a name.
            while (next < labels.Length && models.Names.Labels[labels[next]] is ['I', ..] && cuts[next] == default)
            {
                next++;
            }

            var start = document.Tokens[first + i].OffsetOf(cuts[i].Prefix);
            names.Add(new(label[2..], first + i, first + next, TextSpan.FromBounds(start, document.Tokens[first + next - 1].Span.End)));
            i = next - 1;
        }
    }
}
