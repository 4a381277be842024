using Isnad.Actors;
using Isnad.Pipeline;

namespace Isnad.Language.Syntax;

/// <summary>Mentions and temporal expressions by token.</summary>
internal sealed class MentionMap
{
    private readonly ActorMention?[] starting;
    private readonly ActorMention?[] alluding;
    private readonly bool[] inside;
    private readonly int[] timeEnd;

    public MentionMap(NewsDocument document, ClosedClass closed)
    {
        var count = document.Tokens.Count;
        (starting, alluding, inside, timeEnd) = (new ActorMention?[count], new ActorMention?[count], new bool[count], new int[count]);
        foreach (var allusion in document.Allusions)
        {
            alluding[allusion.FirstToken] = allusion;
        }

        foreach (var mention in document.Mentions)
        {
            if (IsPreposition(document, closed, mention))
            {
                continue;
            }

            // Longest first at a token; «هيئتا الأركان التركية والأميركية» is one phrase for two.
            if (starting[mention.FirstToken] is not { } other || mention.EndToken > other.EndToken)
            {
                starting[mention.FirstToken] = mention;
            }

            for (var token = mention.FirstToken; token < Math.Min(count, mention.EndToken); token++)
            {
                inside[token] = true;
            }
        }

        AddTimes(document);
    }

    // «على» is written like a man's name but for its last letter.
    private static bool IsPreposition(NewsDocument document, ClosedClass closed, ActorMention mention) =>
        mention.EndToken == mention.FirstToken + 1 && document.Text[mention.Span.End - 1] == 'ى' && closed.PrepositionOf(document.Tokens[mention.FirstToken]) is not null;

    public ActorMention? StartingAt(int token) => starting[token];

    /// <summary>The state that a place or adjective between two tokens points to, or null.</summary>
    public ActorMention? Alluded(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (alluding[token] is { } allusion)
            {
                return allusion;
            }
        }

        return null;
    }

    public bool IsInside(int token) => inside[token];

    /// <summary>Index after the temporal expression that begins at a token, or 0.</summary>
    public int TimeEndAt(int token) => timeEnd[token];

    private void AddTimes(NewsDocument document)
    {
        var token = 0;
        foreach (var time in document.Times)
        {
            while (token < timeEnd.Length && document.Tokens[token].Span.End <= time.Span.Start)
            {
                token++;
            }

            var end = token;
            while (end < timeEnd.Length && document.Tokens[end].Span.Start < time.Span.End)
            {
                end++;
            }

            if (end > token)
            {
                timeEnd[token] = end;
            }
        }
    }
}
