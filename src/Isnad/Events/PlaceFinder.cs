using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Places;

namespace Isnad.Events;

/// <summary>Finds where a trigger happened: the located place nearest to it in its sentence, after it rather than before.</summary>
internal sealed class PlaceFinder
{
    private const int Before = 8;
    private const int Farthest = 25;

    // Words from a preposition to the place that it locates.
    private const int Reach = 4;
    private readonly NewsDocument document;
    private readonly ClauseScanner scanner;
    private readonly Dictionary<int, List<PlaceMention>> bySentence = [];

    public PlaceFinder(NewsDocument document, ClauseScanner scanner)
    {
        (this.document, this.scanner) = (document, scanner);
        foreach (var place in document.Places)
        {
            var sentence = document.Tokens[place.FirstToken].Sentence;
            (bySentence.TryGetValue(sentence, out var list) ? list : bySentence[sentence] = []).Add(place);
        }
    }

    public PlaceMention? Of(Trigger trigger, Participants participants)
    {
        PlaceMention? best = null;
        var bestCost = Farthest + 1;
        foreach (var place in bySentence.GetValueOrDefault(document.Tokens[trigger.FirstToken].Sentence, []))
        {
            if (IsTaken(place, participants) || IsPersonal(place) || !(IsLocated(place) || IsStruck(place, trigger)) || Crosses(trigger, place))
            {
                continue;
            }

            var cost = place.FirstToken >= trigger.EndToken ? place.FirstToken - trigger.EndToken : trigger.FirstToken - place.EndToken + Before;
            if (cost < bestCost)
            {
                (best, bestCost) = (place, cost);
            }
        }

        return best;
    }

    // «رئيس بلدية القدس» is somebody, not somewhere.
    private static bool IsTaken(PlaceMention place, Participants participants) =>
        participants.Actors.Concat(participants.Recipients).Any(m => m.Span.Contains(place.Span) && m.Span.Length > place.Span.Length);

    // «التحالف بقيادة السعودية»
    private bool IsPersonal(PlaceMention place) => place.FirstToken > 0 && scanner.Closed.Is(document.Tokens[place.FirstToken - 1], FunctionWord.Personal);

    // «في دمشق»، «بدمشق»، «في محيط العاصمة السورية دمشق»; but «موالين لإيران» names a side.
    private bool IsLocated(PlaceMention place)
    {
        var first = document.Tokens[place.FirstToken];
        if (first.Shape.Segmentations.FirstOrDefault(cut => cut.HasPreposition && first.OffsetOf(cut.Offset) == place.Span.Start) is { HasPreposition: true } cut)
        {
            return cut.Has(Proclitics.By);
        }

        for (var token = place.FirstToken - 1; token >= Math.Max(0, place.FirstToken - Reach) && document.Tokens[token].Sentence == first.Sentence; token--)
        {
            if (scanner.Closed.PrepositionOf(document.Tokens[token]) is not null)
            {
                return true;
            }
        }

        return false;
    }

    // «قصفت حلب»، «زار القاهرة»، «حصار المدينة»: the place itself undergoes the act.
    private static bool IsStruck(PlaceMention place, Trigger trigger) =>
        trigger.Frame.Type is "ASSAULT" or "COERCE" or "CONSULT" or "RETREAT" or "MOBILIZE" && place.FirstToken >= trigger.EndToken && place.FirstToken - trigger.EndToken <= 3;

    private bool Crosses(Trigger trigger, PlaceMention place)
    {
        var (from, to) = place.FirstToken >= trigger.EndToken ? (trigger.EndToken, place.FirstToken) : (place.EndToken, trigger.FirstToken);
        for (var token = from; token < to && to - from <= Farthest; token++)
        {
            if (scanner.Closed.Is(document.Tokens[token], FunctionWord.Complementizer))
            {
                return true;
            }
        }

        return false;
    }
}
