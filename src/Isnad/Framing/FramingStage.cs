using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Framing;

/// <summary>Marks loaded and distancing words in the outlet's own voice.</summary>
internal sealed class FramingStage : IStage
{
    private const string Loaded = "loaded";
    private const string Doubt = "doubt";
    private const string Insertion = "insertion";

    public string Name => "framing";

    public string Purpose => "Marks loaded and distancing words in the outlet's own voice.";

    public Layers Reads => Layers.Tokens | Layers.Structure | Layers.Quotations | Layers.Words | Layers.Places | Layers.Mentions | Layers.Entities | Layers.Reports;

    public Layers Writes => Layers.Framing;

    public void Prepare(KnowledgeBase knowledge) => FramingLexicon.Of(knowledge);

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        var lexicon = FramingLexicon.Of(knowledge);
        var voices = new VoiceMap(document);
        var mentions = new NamedTokens(document);
        var context = new FramingContext(document, lexicon, mentions);
        var marks = new List<FramingMark>();
        for (var token = 0; token < document.Tokens.Count;)
        {
            var (mark, end) = MarkAt(document, lexicon, voices, mentions, context, token);
            if (mark is not null)
            {
                marks.Add(mark);
            }

            token = Math.Max(end, token + 1);
        }

        marks.AddRange(new ScareQuoteFinder(document, lexicon, voices, mentions).Find(marks));
        document.Framing = [.. marks.OrderBy(m => m.Span)];
    }

    private static (FramingMark? Mark, int End) MarkAt(NewsDocument document, FramingLexicon lexicon, VoiceMap voices, NamedTokens mentions, FramingContext context, int token)
    {
        foreach (var match in lexicon.Phrases.At(document.Tokens, token, pronouns: true))
        {
            if ((match.Enclitic.Length == 0 || match.Value.Kind == Doubt) && context.Allows(match.Value, token, match.EndToken) is { } span)
            {
                return (Mark(match.Value, match.Span.Union(span), token, match.EndToken), match.EndToken);
            }
        }

        foreach (var reading in document.Words[token])
        {
            // A masdar is loaded only where the entry says so: «استشهاد» is, «ترويج» may sell anything.
            if (lexicon.VerbEntry(reading.Sense.Entry) is { } entry && (reading.Sense.Verb is { Voice: Language.Morphology.Voice.Active, Tense: not Language.Morphology.Tense.Imperative } || entry.Record.Values("masdar").Count > 0) && !reading.Cut.HasPreposition && reading.Cut.Enclitic.Length == 0
                && context.Allows(entry, token, token + 1) is not null)
            {
                var start = document.Tokens[token].OffsetOf(reading.Cut.Offset);
                return (Mark(entry, TextSpan.FromBounds(start, document.Tokens[token].Span.End), token, token + 1), token + 1);
            }
        }

        return (null, token + 1);

        FramingMark? Mark(FramingEntry entry, TextSpan words, int first, int end)
        {
            if (voices.IsVerbatim(words) || (entry.SpeakersUseIt && voices.IsPartisan(words)))
            {
                return null;
            }

            var kind = voices.IsInsertion(words) ? Insertion : entry.Kind;
            var span = kind == Loaded ? mentions.WithTitle(words, first) : words;
            var target = entry.TargetCountry is { } country ? document.Entities.FirstOrDefault(e => e.Country == country)?.Index : mentions.Target(first, end);
            var why = voices.IsParaphrased(words) ? "in the outlet's wording of what a speaker said" : "in the outlet's own voice";
            return new(span, kind, target, entry.Neutral, [new Evidence("framing." + entry.Kind, entry.Record.Id, document.Quote(words), why)]);
        }
    }
}
