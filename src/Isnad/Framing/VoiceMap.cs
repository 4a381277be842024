using Isnad.Attribution;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Framing;

/// <summary>Whose words stand where: the outlet's own, a speaker's in the outlet's wording, or a speaker's verbatim.</summary>
internal sealed class VoiceMap
{
    private readonly SpanSet verbatim;
    private readonly SpanSet paraphrased;
    private readonly SpanSet partisan;
    private readonly SpanSet insertions;

    public VoiceMap(NewsDocument document)
    {
        var speech = document.Quotations.Where(q => q.IsSpeech).Select(q => q.Span);
        verbatim = new(speech.Concat(document.Reports.Where(r => r.Form == ReportForm.Direct).SelectMany(r => r.Content)));
        paraphrased = new(document.Reports.Where(r => r.Form != ReportForm.Direct).SelectMany(r => r.Content));
        // An expert or a witness is quoted in the outlet's words; who takes part in a conflict has loaded words of his own.
        partisan = new(document.Reports.Where(r => r.Form != ReportForm.Direct && IsPartisan(document, r)).SelectMany(r => r.Content));
        insertions = new(document.Reports.SelectMany(r => r.Insertions).Concat(document.Quotations.SelectMany(q => q.Insertions)));
    }

    private static bool IsPartisan(NewsDocument document, Report report) =>
        report.Speaker is not { } speaker || document.Entities[speaker].Sector is "GOV" or "MIL" or "COP" or "SPY" or "REB" or "PTY" or "OPP" or "LEG" or "REL";

    /// <summary>The outlet's brackets inside a quotation.</summary>
    public bool IsInsertion(TextSpan span) => insertions.Overlaps(span);

    /// <summary>A speaker's own words, between marks.</summary>
    public bool IsVerbatim(TextSpan span) => verbatim.Overlaps(span) && !IsInsertion(span);

    /// <summary>The statement of somebody who may have chosen its loaded words himself.</summary>
    public bool IsPartisan(TextSpan span) => partisan.Overlaps(span) && !IsInsertion(span);

    /// <summary>A speaker's statement in the outlet's wording.</summary>
    public bool IsParaphrased(TextSpan span) => paraphrased.Overlaps(span) && !IsInsertion(span);
}
