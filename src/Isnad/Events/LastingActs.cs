using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Time;

namespace Isnad.Events;

/// <summary>What takes its time goes on while it is written about, unless a date or a verb puts it behind: «الحرب», «المفاوضات», «خلال زيارة».</summary>
internal sealed class LastingActs(NewsDocument document, StatusCues cues, ClauseScanner scanner)
{
    private const int PerfectReach = 14;
    private const int AuxiliaryReach = 4;

    public bool Holds(Trigger trigger, TimeMention? time) => (time is null || time.Latest >= document.Article.Published)
        && (trigger.Frame.IsLasting || (trigger.Frame.Mode == "visit" && trigger.Class == WordClass.Masdar && IsDuring(trigger))) && !IsBehind(trigger.FirstToken);

    private bool IsDuring(Trigger trigger) =>
        trigger.FirstToken > 0 && document.Tokens[trigger.FirstToken - 1].Sentence == document.Tokens[trigger.FirstToken].Sentence
            && scanner.Closed.Is(document.Tokens[trigger.FirstToken - 1], FunctionWord.During);

    /// <summary>«كان الوزير قد حمل خلال زيارته رسالة»: what the sentence tells in the pluperfect lies behind, with all that it mentions.</summary>
    private bool IsBehind(int trigger)
    {
        var first = document.Sentences[document.Tokens[trigger].Sentence].FirstToken;
        for (var token = trigger - 1; token >= Math.Max(first, trigger - PerfectReach); token--)
        {
            if (cues.At(document, token).Any(c => c is { Scope: CueScope.Verb, Status: EventStatus.Occurred }) && HasAuxiliary(first, token))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasAuxiliary(int first, int particle)
    {
        for (var token = particle - 1; token >= Math.Max(first, particle - AuxiliaryReach); token--)
        {
            if (scanner.Closed.Is(document.Tokens[token], FunctionWord.Auxiliary))
            {
                return true;
            }
        }

        return false;
    }
}
