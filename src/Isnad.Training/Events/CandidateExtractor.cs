using Isnad.Events;
using Isnad.Events.Judging;
using Isnad.Knowledge;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Training.Events;

/// <summary>Reads an article with every stage but the judge, and returns what the judge would be asked.</summary>
internal sealed class CandidateExtractor
{
    private readonly CandidateStage stage = new();
    private readonly NewsEngine engine;

    public CandidateExtractor() => engine = new(KnowledgeBase.Default, new(StandardPipeline.Instance.Stages.TakeWhile(s => s.Name != "events").Append(stage)));

    public IReadOnlyList<(TextSpan Span, JudgeCandidate Candidate)> Of(Article article)
    {
        engine.Analyze(article);
        return stage.Found;
    }

    private sealed class CandidateStage : IStage
    {
        public List<(TextSpan Span, JudgeCandidate Candidate)> Found { get; private set; } = [];

        public string Name => "candidates";

        public string Purpose => "Collects candidates for the judge.";

        public Layers Reads => Layers.Tokens | Layers.Tags | Layers.Structure | Layers.Quotations | Layers.Words | Layers.Times | Layers.Places | Layers.Mentions | Layers.Entities | Layers.Reports;

        public Layers Writes => Layers.None;

        public void Run(NewsDocument document, KnowledgeBase knowledge)
        {
            var scanner = new ClauseScanner(document, knowledge);
            var candidates = EventStage.Candidates(document, knowledge, scanner);
            var features = new JudgeFeatures(document, scanner, candidates);
            var sentences = candidates.GroupBy(c => c.Sentence).ToDictionary(g => g.Key, g => g.ToList());
            Found = [.. candidates.Select(c =>
            {
                var seen = features.Of(c, sentences[c.Sentence]);
                return (c.Span, new JudgeCandidate(c.Type, c.Status is EventStatus.Occurred or EventStatus.Ongoing, [.. seen.Select(f => f.Hash)], JudgeScale.Of(seen)) { Seen = seen });
            })];
        }
    }
}
