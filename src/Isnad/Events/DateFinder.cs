using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Language.Tagging;
using Isnad.Pipeline;
using Isnad.Time;

namespace Isnad.Events;

/// <summary>Finds the temporal expression that dates a trigger: one in its own clause, never one that dates the verb of saying around it.</summary>
internal sealed class DateFinder(NewsDocument document, ClauseScanner scanner, IReadOnlyList<Trigger> triggers)
{
    private const int Before = 3;
    private const int Crossing = 12;
    private const int Farthest = 18;
    private readonly Dictionary<int, List<(TimeMention Time, int Chunk)>> bySentence = Times(document, scanner);

    public TimeMention? Of(Trigger trigger, int carrierToken)
    {
        if (!bySentence.TryGetValue(document.Tokens[trigger.FirstToken].Sentence, out var times))
        {
            return null;
        }

        TimeMention? best = null;
        var bestCost = Farthest;
        foreach (var (time, chunk) in times)
        {
            var cost = Cost(trigger, chunk, carrierToken);
            if (cost < bestCost)
            {
                (best, bestCost) = (time, cost);
            }
        }

        return best;
    }

    private int Cost(Trigger trigger, int time, int carrierToken)
    {
        var chunks = scanner.Chunks;
        var own = scanner.ChunkAt(trigger.FirstToken);
        var carrier = carrierToken < 0 ? -1 : scanner.ChunkAt(carrierToken);
        var after = time > own;
        var cost = Math.Abs(time - own) + (after ? 0 : Before);
        for (var at = Math.Min(time, own) + 1; at < Math.Max(time, own); at++)
        {
            cost += chunks[at].Kind switch
            {
                // «قال أمس إن القوات انسحبت»: the date of saying is not that of the act, nor the other way round.
                ChunkKind.Complementizer => Farthest,
                ChunkKind.Mark when scanner.Marks.Ends(at) => Farthest,
                ChunkKind.Relative => at + 1 == carrier ? 0 : Crossing,
                ChunkKind.Subordinator => Crossing,
                ChunkKind.Verb when at != carrier && !IsBefore(chunks[at].First, trigger) => Crossing,
                _ => 0,
            };
        }

        // «انسحبت في حزيران بعد أعوام من الغزو»: the time before «بعد» dates what came after.
        for (var at = time + 1; !after && at <= own; at++)
        {
            cost += Sequences(chunks[at].Preposition) || (chunks[at].Kind == ChunkKind.Time && chunks[at].First is > 0 and var first
                && (Sequences(document.Tokens[first].Folded) || Sequences(document.Tokens[first - 1].Folded))) ? Crossing : 0;
        }

        return cost + Between(trigger, chunks[time].First, after);
    }

    private bool Sequences(string? preposition) => preposition is not null && (scanner.Closed[preposition] & FunctionWord.Sequence) != 0;

    // A verb that opens the sentence before its own noun («عقد الوزيران أمس اجتماعاً») crosses nothing.
    private static bool IsBefore(int verb, Trigger trigger) => verb == trigger.FirstToken;

    private int Between(Trigger trigger, int time, bool after)
    {
        var (from, to) = after ? (trigger.EndToken, time) : (time, trigger.FirstToken);
        return Crossing / 2 * triggers.Count(t => t.FirstToken >= from && t.FirstToken < to && t.Frame.Type != trigger.Frame.Type);
    }

    private static Dictionary<int, List<(TimeMention, int)>> Times(NewsDocument document, ClauseScanner scanner)
    {
        var found = new Dictionary<int, List<(TimeMention, int)>>();
        var chunk = 0;
        foreach (var time in document.Times.Where(t => IsoDate(t) is not null))
        {
            while (chunk < scanner.Chunks.Count && document.Tokens[scanner.Chunks[chunk].End - 1].Span.End <= time.Span.Start)
            {
                chunk++;
            }

            if (chunk < scanner.Chunks.Count && !IsPartOfName(document, time, scanner.Chunks[chunk].First) && !IsDeadline(document, scanner.Chunks[chunk].First))
            {
                var sentence = document.Tokens[scanner.Chunks[chunk].First].Sentence;
                (found.TryGetValue(sentence, out var list) ? list : found[sentence] = []).Add((time, chunk));
            }
        }

        return found;
    }

    // «معرض القاهرة 2025»: a bare year after a noun belongs to its name.
    private static bool IsPartOfName(NewsDocument document, TimeMention time, int token) =>
        time.Value.Length == 4 && time.Span.Length == 4 && token > 0 && document.Tokens[token - 1] is { Kind: TokenKind.Word } before && before.Sentence == document.Tokens[token].Sentence
            && document.Tags[token - 1].Tag is WordTag.Noun or WordTag.Adj or WordTag.Propn;

    // «حتى نهاية الشهر» says how long, not when.
    private static bool IsDeadline(NewsDocument document, int token) => token > 0 && document.Tokens[token - 1].Folded is "حتي" or "وحتي" or "لغايه";

    /// <summary>The ISO date of an expression at the precision known («2019», «2019-04», «2019-04-08»), or null.</summary>
    public static string? IsoDate(TimeMention time)
    {
        if (time.Type is not (TimeType.Date or TimeType.Time) || time.Value.Length < 4 || !Digits(time.Value.AsSpan(0, 4)))
        {
            return null;
        }

        var value = time.Value.Split('T')[0];
        if (value.Contains('W', StringComparison.Ordinal))
        {
            // A week has no ISO date; its month stands for it.
            return time.Earliest is { } day ? $"{day.Year:0000}-{day.Month:00}" : value[..4];
        }

        return value.Length == 10 || (value.Length == 7 && Digits(value.AsSpan(5))) ? value : value[..4];
    }

    private static bool Digits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
