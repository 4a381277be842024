using Isnad.Actors;
using Isnad.Attribution;
using Isnad.Events;
using Isnad.Framing;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Parsing;
using Isnad.Language.Tagging;
using Isnad.Places;
using Isnad.Structure;
using Isnad.Time;

namespace Isnad.Pipeline;

/// <summary>The stages of <see cref="NewsEngine.Default"/>, in order: the order is meaning, so it stands here in full.</summary>
public static class StandardPipeline
{
    public static ReadingPipeline Instance { get; } = new(Stages(trained: true, new EventStage()));

    /// <summary>The same without the trained judge of events: what knowledge entries can code, whoever thinks it likely.</summary>
    public static ReadingPipeline Rules { get; } = new(Stages(trained: true, new EventStage(judged: false)));

    /// <summary>The same without any trained weights, as an engine is that was built without them (docs/models.md).</summary>
    public static ReadingPipeline Untrained { get; } = new(Stages(trained: false, new EventStage(judged: false)));

    private static IStage[] Stages(bool trained, EventStage events) =>
    [
        new TokenStage(),
        new StructureStage(),
        new QuotationStage(),
        new TagStage(trained),
        new WordStage(),
        new SyntaxStage(trained),
        new TimeStage(),
        new PlaceStage(),
        new MentionStage(),
        new ReportStage(),
        events,
        new FramingStage(),
    ];
}
