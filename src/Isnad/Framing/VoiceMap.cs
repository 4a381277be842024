using Isnad.Attribution;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Framing;

/// <summary>Whose words stand where: the outlet's own, a speaker's in the outlet's wording, or a speaker's verbatim.</summary>
internal sealed class VoiceMap
{
    private readonly SpanSet verbatim;
    private readonly SpanSet paraphrased;
    private readonly SpanSet insertions;

    public VoiceMap(NewsDocument document)
    {
        var speech = document.Quotations.Where(q => q.IsSpeech).Select(q => q.Span);
        verbatim = new(speech.Concat(document.Reports.Where(r => r.Form == ReportForm.Direct).SelectMany(r => r.Content)));
        paraphrased = new(document.Reports.Where(r => r.Form != ReportForm.Direct).SelectMany(r => r.Content));
        insertions = new(document.Reports.SelectMany(r => r.Insertions).Concat(document.Quotations.SelectMany(q => q.Insertions)));
    }

    /// <summary>The outlet's brackets inside a quotation.</summary>
    public bool IsInsertion(TextSpan span) => insertions.Overlaps(span);

    /// <summary>A speaker's own words, between marks.</summary>
    public bool IsVerbatim(TextSpan span) => verbatim.Overlaps(span) && !IsInsertion(span);

    /// <summary>A speaker's statement in the outlet's wording.</summary>
    public bool IsParaphrased(TextSpan span) => paraphrased.Overlaps(span) && !IsInsertion(span);
}
