using Isnad.Events.Judging;
using Isnad.Knowledge;
using Isnad.Language.Syntax;
using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>Codes events with their participants, status, date and place.</summary>
/// <param name="judged">Whether the trained judge has a say, or the rules alone.</param>
internal sealed class EventStage(bool judged = true) : IStage
{
    // An article longer than any is read to here; a diagnostic says so.
    private const int MostTriggers = 2000;

    public string Name => "events";

    public string Purpose => "Codes events with their participants, status, date and place, and reads agreements.";

    public Layers Reads => Layers.Tokens | Layers.Tags | Layers.Structure | Layers.Quotations | Layers.Words | Layers.Times | Layers.Places | Layers.Mentions | Layers.Entities | Layers.Reports;

    public Layers Writes => Layers.Events;

    public void Prepare(KnowledgeBase knowledge)
    {
        _ = JudgeModel.Default;
        EventLexicon.Of(knowledge);
        GateLexicon.Of(knowledge);
        StatusCues.Of(knowledge);
        CountLexicon.Of(knowledge);
    }

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        var scanner = new ClauseScanner(document, knowledge);
        var candidates = Candidates(document, knowledge, scanner);
        if (judged && JudgeModel.Default is { } model)
        {
            candidates = new EventJudge(document, scanner, model, candidates).Accept();
        }

        var events = new SharedParties(document).Fill([.. new EventMerger(document).Merge(candidates).Select(group => EventAssembler.Assemble(document, group))]);
        (document.Events, document.Agreements) = new AgreementFinder(document, knowledge, scanner).Of(events);
    }

    /// <summary>What the rules take for events, before anything trained has a say.</summary>
    internal static List<EventCandidate> Candidates(NewsDocument document, KnowledgeBase knowledge, ClauseScanner scanner)
    {
        var gates = new EventGates(document, scanner, GateLexicon.Of(knowledge));
        var triggers = new TriggerFinder(document, EventLexicon.Of(knowledge), scanner, gates).Find().Take(MostTriggers).ToList();
        if (triggers.Count == MostTriggers)
        {
            document.Report("KH1030", $"more than {MostTriggers} event words; the rest of the article was not coded");
        }

        return new CandidateReader(document, knowledge, scanner, gates, triggers).Read();
    }
}
