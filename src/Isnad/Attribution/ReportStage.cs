using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Pipeline;

namespace Isnad.Attribution;

/// <summary>Finds who is quoted or reported, in whose words, through whom.</summary>
internal sealed class ReportStage : IStage
{
    public string Name => "reports";

    public string Purpose => "Finds who is quoted or reported, in whose words, through whom.";

    public Layers Reads => Layers.Tokens | Layers.Tags | Layers.Structure | Layers.Quotations | Layers.Words | Layers.Times | Layers.Places | Layers.Mentions | Layers.Entities;

    public Layers Writes => Layers.Reports;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        var scope = new AttributionScope(document, knowledge);
        var reader = new ReportReader(scope);
        var colons = new ColonReports(scope);
        var paragraph = -1;
        foreach (var sentence in document.Sentences)
        {
            var opensParagraph = sentence.Paragraph != paragraph;
            paragraph = sentence.Paragraph;
            if (opensParagraph && colons.Read(sentence.FirstToken, sentence.EndToken) is { } draft)
            {
                reader.Add(draft, sentence);
                continue;
            }

            reader.Read(sentence);
        }

        document.Reports = [.. reader.Drafts.OrderBy(d => d.Cue?.Span.Start ?? d.Words.Spans[0].Start).Select(d => d.Build())];
    }
}
