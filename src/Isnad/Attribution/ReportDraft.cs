using Isnad.Actors;
using Isnad.Reading;

namespace Isnad.Attribution;

/// <summary>A report while its sentence is read; later cues may still shorten it, carry it or colour it.</summary>
internal sealed class ReportDraft(Cue? cue, Entity? speaker, ReportedWords words, Stance stance)
{
    public Cue? Cue { get; } = cue;

    public Entity? Speaker { get; } = speaker;

    public List<Entity> Via { get; } = [];

    public ReportedWords Words { get; set; } = words;

    public Stance Stance { get; set; } = stance;

    /// <summary>Index of the first token of the words.</summary>
    public int FirstToken { get; init; }

    /// <summary>True where it lies inside the words of another.</summary>
    public bool IsInner { get; init; }

    /// <summary>True where the cue itself has its speaker beside it.</summary>
    public bool NamesSpeaker { get; init; }

    public double Confidence { get; set; } = 0.6;

    public List<Evidence> Because { get; } = [];

    public Report Build() => new(
        Words.Form, Cue?.Span, Speaker?.Index, [.. Via.Where(e => e != Speaker).Select(e => e.Index).Distinct()], Words.Spans, Words.Insertions, Stance, Confidence, Because);
}
