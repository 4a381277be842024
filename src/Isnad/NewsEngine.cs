using Isnad.Knowledge;
using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad;

/// <summary>
/// Reads Arabic news articles. Immutable and safe to share between threads; a reading is a pure function of the article,
/// the knowledge and the engine's version.
/// </summary>
/// <example><code>var reading = NewsEngine.Default.Read(new Article("1", "قصفت طائرات حربية سوقاً في إدلب."));</code></example>
public sealed class NewsEngine
{
    private static readonly Lazy<NewsEngine> Standard = new(() => new NewsEngine(KnowledgeBase.Default, StandardPipeline.Instance));
    private static readonly Lazy<NewsEngine> Rules = new(() => new NewsEngine(KnowledgeBase.Default, StandardPipeline.Untrained));
    private readonly ReadingStamp stamp;

    public NewsEngine(KnowledgeBase knowledge, ReadingPipeline pipeline)
    {
        Knowledge = knowledge;
        Pipeline = pipeline;
        stamp = new(typeof(NewsEngine).Assembly.GetName().Version?.ToString(3) ?? "0", knowledge.Hash);
    }

    /// <summary>The engine with the knowledge that ships with it.</summary>
    public static NewsEngine Default => Standard.Value;

    /// <summary>The same without trained weights: less good, and with nothing in it that was learned from a corpus (docs/models.md).</summary>
    public static NewsEngine Untrained => Rules.Value;

    public KnowledgeBase Knowledge { get; }

    /// <summary>Which engine and which knowledge make this engine's readings.</summary>
    public ReadingStamp Stamp => stamp;

    public ReadingPipeline Pipeline { get; }

    /// <summary>
    /// Builds all tables now, on all cores. Without it the first <see cref="Read"/> builds them one after the other, which takes
    /// about twice as long on two cores. May be called from any thread, and while another reads.
    /// </summary>
    public void Prepare() => Pipeline.Prepare(Knowledge);

    /// <summary>Reads one article. Takes time linear in its length and throws on no text.</summary>
    public NewsReading Read(Article article, CancellationToken cancellation = default) => ReadingOf(Analyze(article, cancellation));

    /// <summary>The reading of a document that <see cref="Analyze"/> gave, for callers that need its layers too.</summary>
    public NewsReading ReadingOf(NewsDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return ReadingBuilder.Build(document, stamp);
    }

    /// <summary>Reads one article and keeps every layer, for tools that show how a reading came about.</summary>
    public NewsDocument Analyze(Article article, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        var document = new NewsDocument(article);
        Pipeline.Run(document, Knowledge, cancellation);
        return document;
    }
}
