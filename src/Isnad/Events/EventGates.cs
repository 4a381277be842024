using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>Turns away words that name no event here: metaphor, sport, topic, what is only asked for.</summary>
internal sealed class EventGates(NewsDocument document, ClauseScanner scanner, GateLexicon gates)
{
    private const int Near = 6;

    /// <summary>Whether the words around one that may name an event fit its entry: one of «when», none of «unless».</summary>
    public bool Suits(EventFrame frame, int firstToken, int endToken) =>
        NearWord(firstToken, endToken, frame.Unless) is null && (frame.When.Count == 0 || NearWord(firstToken, endToken, frame.When) is not null);

    /// <summary>Why a trigger is no event, or null where it may be one.</summary>
    public string? Refuses(Trigger trigger, Participants participants)
    {
        foreach (var part in trigger.Frame.Requires)
        {
            var filled = part switch
            {
                "actor" => participants.Actors.Count > 0,
                "recipient" => participants.Recipients.Count > 0,
                EventFrame.Object => participants.Clause.HasObjectPhrase,
                EventFrame.Subject => participants.Clause.HasSubjectPhrase,
                _ => participants.Clause.After(ArabicFolding.Fold(part)).Any(),
            };
            if (!filled)
            {
                return $"it needs {part}, which nobody fills";
            }
        }

        return IsTopic(trigger) ? "it is a topic, not an act" : null;
    }

    /// <summary>«ملف الاغتيالات»، «مكافحة الإرهاب»: a noun that a topic word governs.</summary>
    private bool IsTopic(Trigger trigger)
    {
        if (trigger.IsVerb || trigger.FirstToken == 0)
        {
            return false;
        }

        var before = document.Tokens[trigger.FirstToken - 1];
        return before.Sentence == document.Tokens[trigger.FirstToken].Sentence && !trigger.Cut.HasPreposition && gates.IsTopic(before);
    }

    private string? NearWord(int firstToken, int endToken, IReadOnlySet<string> words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var sentence = document.Sentences[document.Tokens[firstToken].Sentence];
        var first = Math.Max(sentence.FirstToken, firstToken - Near);
        var last = Math.Min(sentence.EndToken, endToken + Near);
        for (var token = first; token < last; token++)
        {
            if (token >= firstToken && token < endToken)
            {
                continue;
            }

            var current = document.Tokens[token];
            if (words.Contains(current.Folded))
            {
                return current.Folded;
            }

            foreach (var cut in current.Shape.Segmentations)
            {
                if (words.Contains(cut.Stem) || words.Contains(cut.Key))
                {
                    return current.Folded;
                }
            }

            if (scanner.Closed.PrepositionOf(current) is { } preposition && words.Contains(preposition))
            {
                return current.Folded;
            }
        }

        return null;
    }
}

/// <summary>Words that turn the noun after them into a topic, from <c>topic-word</c> records.</summary>
internal sealed class GateLexicon
{
    private readonly HashSet<string> topics;

    private GateLexicon(KnowledgeBase knowledge) =>
        topics = [.. knowledge.OfKind("topic-word").SelectMany(r => r.Values("also").Prepend(r.Headword)).Select(w => ArabicFolding.Fold(w))];

    public static GateLexicon Of(KnowledgeBase knowledge) => knowledge.Table(k => new GateLexicon(k));

    public bool IsTopic(Token token)
    {
        foreach (var cut in token.Shape.Segmentations)
        {
            if (cut.Enclitic.Length == 0 && topics.Contains(cut.Key))
            {
                return true;
            }
        }

        return false;
    }
}
