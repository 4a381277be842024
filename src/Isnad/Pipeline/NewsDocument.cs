using Isnad.Actors;
using Isnad.Attribution;
using Isnad.Events;
using Isnad.Framing;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Parsing;
using Isnad.Language.Tagging;
using Isnad.Places;
using Isnad.Reading;
using Isnad.Structure;
using Isnad.Text;
using Isnad.Time;
using Isnad.Time.Dating;

namespace Isnad.Pipeline;

/// <summary>
/// An article while it is read: one typed layer per kind of finding, each written once by the stage that declares it.
/// Used by one thread; what leaves the engine is the immutable <see cref="NewsReading"/>.
/// </summary>
public sealed class NewsDocument(Article article)
{
    private const int WeeksOfOneNews = 6;
    private readonly List<Diagnostic> diagnostics = [];
    private Layers readable = (Layers)~0;
    private Layers writable = (Layers)~0;
    private string stageName = "";
    private IReadOnlyList<Token>? tokens;
    private IReadOnlyList<Sentence>? sentences;
    private ArticleStructure? structure;
    private IReadOnlyList<Quotation>? quotations;
    private TaggedTokens? tags;
    private DocumentSyntax? syntax;
    private WordReadings? words;
    private IReadOnlyList<TimeMention>? times;
    private IReadOnlyList<PlaceMention>? places;
    private IReadOnlyList<ActorMention>? mentions;
    private IReadOnlyList<ActorMention>? allusions;
    private IReadOnlyList<Entity>? entities;
    private IReadOnlyList<Report>? reports;
    private IReadOnlyList<NewsEvent>? events;
    private IReadOnlyList<NewsAgreement>? agreements;
    private IReadOnlyList<FramingMark>? framing;

    public Article Article { get; } = article;

    /// <summary>The original text.</summary>
    public string Text => Article.Text;

    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    public IReadOnlyList<Token> Tokens { get => Get(Layers.Tokens, tokens); internal set => Set(Layers.Tokens, ref tokens, value); }

    public IReadOnlyList<Sentence> Sentences { get => Get(Layers.Tokens, sentences); internal set => Set(Layers.Tokens, ref sentences, value); }

    /// <summary>Headlines, byline, dateline.</summary>
    public ArticleStructure Structure { get => Get(Layers.Structure, structure); internal set => Set(Layers.Structure, ref structure, value); }

    /// <summary>Quotations, outermost first, in text order.</summary>
    public IReadOnlyList<Quotation> Quotations { get => Get(Layers.Quotations, quotations); internal set => Set(Layers.Quotations, ref quotations, value); }

    /// <summary>Word classes, clitics and names as the trained models see them.</summary>
    public TaggedTokens Tags { get => Get(Layers.Tags, tags); internal set => Set(Layers.Tags, ref tags, value); }

    /// <summary>Heads and relations, parsed sentence by sentence when asked.</summary>
    public DocumentSyntax Syntax { get => Get(Layers.Syntax, syntax); internal set => Set(Layers.Syntax, ref syntax, value); }

    /// <summary>Which verbs, masdars, nouns and particles each token can be.</summary>
    public WordReadings Words { get => Get(Layers.Words, words); internal set => Set(Layers.Words, ref words, value); }

    /// <summary>When the article was written, as far as its words show it; null where the day of publication is given or nothing shows it.</summary>
    public DocumentDate? Dating { get; internal set; }

    /// <summary>The day of publication, else the estimate where it is good to a few weeks: who held which office, what is over.</summary>
    internal DateOnly? DayOfWriting => Article.Published ?? (Dating is { } dating && dating.Latest.DayNumber - dating.Earliest.DayNumber < WeeksOfOneNews * 7 ? dating.Likeliest : null);

    /// <summary>Temporal expressions in text order.</summary>
    public IReadOnlyList<TimeMention> Times { get => Get(Layers.Times, times); internal set => Set(Layers.Times, ref times, value); }

    /// <summary>Place names in text order, also those that turn out to be actors («أعلنت موسكو»).</summary>
    public IReadOnlyList<PlaceMention> Places { get => Get(Layers.Places, places); internal set => Set(Layers.Places, ref places, value); }

    /// <summary>Phrases that name somebody, in text order, longest reading each, not yet resolved.</summary>
    public IReadOnlyList<ActorMention> Mentions { get => Get(Layers.Mentions, mentions); internal set => Set(Layers.Mentions, ref mentions, value); }

    /// <summary>Places and adjectives outside any mention with the state each points to: «أحياء حلب», «منتجات روسية».</summary>
    public IReadOnlyList<ActorMention> Allusions { get => Get(Layers.Mentions, allusions); internal set => Set(Layers.Mentions, ref allusions, value); }

    /// <summary>Coreference chains: everybody the article names, then the states that its places and adjectives point to.</summary>
    public IReadOnlyList<Entity> Entities { get => Get(Layers.Entities, entities); internal set => Set(Layers.Entities, ref entities, value); }

    public IReadOnlyList<Report> Reports { get => Get(Layers.Reports, reports); internal set => Set(Layers.Reports, ref reports, value); }

    public IReadOnlyList<NewsEvent> Events { get => Get(Layers.Events, events); internal set => Set(Layers.Events, ref events, value); }

    /// <summary>Agreements that the article names, with their parties, date and terms where it says them.</summary>
    public IReadOnlyList<NewsAgreement> Agreements { get => Get(Layers.Events, agreements); internal set => Set(Layers.Events, ref agreements, value); }

    public IReadOnlyList<FramingMark> Framing { get => Get(Layers.Framing, framing); internal set => Set(Layers.Framing, ref framing, value); }

    /// <summary>Notes something that the reader of the result should know.</summary>
    internal void Report(string code, string message, TextSpan? span = null) =>
        diagnostics.Add(new(code, message, span is { } s ? Quote(s) : null));

    /// <summary>A span with its words.</summary>
    public SpanText Quote(TextSpan span) => SpanText.Of(Text, span);

    internal void Enter(IStage stage) => (stageName, readable, writable) = (stage.Name, stage.Reads | stage.Writes | Layers.Text, stage.Writes);

    internal void Leave() => (stageName, readable, writable) = ("", (Layers)~0, Layers.None);

    private T Get<T>(Layers layer, T? value) where T : class
    {
        if ((readable & layer) == 0)
        {
            throw new InvalidOperationException($"stage «{stageName}» reads {layer} without declaring it");
        }

        return value ?? throw new InvalidOperationException($"layer {layer} is not written yet");
    }

    private void Set<T>(Layers layer, ref T? field, T value) where T : class
    {
        if ((writable & layer) == 0 || field is not null)
        {
            throw new InvalidOperationException($"stage «{stageName}» writes {layer} {(field is null ? "without declaring it" : "a second time")}");
        }

        field = value;
    }
}
