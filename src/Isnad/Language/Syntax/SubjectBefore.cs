using Isnad.Actors;
using Isnad.Pipeline;

namespace Isnad.Language.Syntax;

/// <summary>What stands before a verb.</summary>
/// <param name="Mentions">Mentions of the phrase that may be its subject.</param>
/// <param name="IsRelativeHead">The phrase is the head of a relative clause: «الوفد الذي زار».</param>
/// <param name="StandsFirst">The phrase opens the clause: «الوفد زار».</param>
/// <param name="IsPhrase">There is a phrase at all, named or not.</param>
/// <param name="VerbBefore">Chunk of the verb that the scan ran into, or -1.</param>
/// <param name="First">Chunk where the clause begins.</param>
internal readonly record struct SubjectBefore(IReadOnlyList<ActorMention> Mentions, bool IsRelativeHead, bool StandsFirst, bool IsPhrase, int VerbBefore, int First);

/// <summary>Looks left from a verb for its subject, for the head of its relative clause, or for the verb it is joined to.</summary>
internal sealed class SubjectBeforeReader(NewsDocument document, ClosedClass closed, IReadOnlyList<Chunk> chunks, ClauseMarks marks, MentionAgreement agreement)
{
    private const int Reach = 24;

    public SubjectBefore Read(int verb)
    {
        var relative = false;
        var pronoun = FunctionWord.None;
        var candidate = -1;
        var commas = 0;
        var at = verb - 1;
        for (; at >= 0 && at >= verb - Reach && marks.SameSentence(at, verb); at--)
        {
            var chunk = chunks[at];
            switch (chunk.Kind)
            {
                case ChunkKind.Relative:
                    (relative, pronoun) = (true, closed[document.Tokens[chunk.First].Folded]);
                    break;
                case ChunkKind.Mark when marks.Ends(at):
                case ChunkKind.Complementizer or ChunkKind.Subordinator:
                    return Found(candidate, verb, at, -1);
                case ChunkKind.Mark when !relative && candidate >= 0 && marks.IsComma(at):
                    return Found(candidate, verb, at, -1);
                case ChunkKind.Mark when ++commas > 3 && !relative:
                    return Found(candidate, verb, at, -1);
                case ChunkKind.Verb when at > 0 && chunks[at - 1].Kind == ChunkKind.Relative && !relative && !chunks[verb].Joined:
                    // «الوفد الذي وصل أمس يزور»: step over the relative clause to its head.
                    at--;
                    candidate = -1;
                    break;
                case ChunkKind.Verb:
                    return Adjacent(verb, at);
                case ChunkKind.Nominal:
                    at = Head(at);
                    if (relative && IsElsewhere(at, verb, pronoun))
                    {
                        break;
                    }

                    if (relative)
                    {
                        return new(Named(at, verb), true, false, true, -1, at);
                    }

                    candidate = chunks[at].Preposition is null ? at : candidate;
                    break;
            }
        }

        return Found(candidate, verb, at, -1);
    }

    /// <summary>«التحالف بقيادة الولايات المتحدة الذي يحارب»: a masculine relative passes over a feminine state or name after a preposition.</summary>
    private bool IsElsewhere(int head, int verb, FunctionWord pronoun) =>
        chunks[head].Preposition is not null && head > 0 && chunks[head - 1].Kind == ChunkKind.Nominal && marks.SameSentence(head - 1, head)
            && Named(head, verb) is [var mention, ..] && !agreement.MayFollow(mention, pronoun);

    /// <summary>The first chunk of the phrase that a chunk belongs to.</summary>
    private int Head(int chunk)
    {
        while (chunk > 0 && (chunks[chunk].Dependent || (chunks[chunk].Joined && chunks[chunk - 1].Kind == ChunkKind.Nominal)) && marks.SameSentence(chunk - 1, chunk) && chunks[chunk - 1].Kind == ChunkKind.Nominal)
        {
            chunk--;
        }

        return chunk;
    }

    private SubjectBefore Found(int candidate, int verb, int boundary, int verbBefore) =>
        new(candidate < 0 ? [] : Named(candidate, verb), false, candidate >= 0, candidate >= 0, verbBefore, Math.Max(0, boundary + 1));

    /// <summary>Another verb stands before; a phrase right before this one may still be its subject: «هاجم مسلحون دورية كانت …».</summary>
    private SubjectBefore Adjacent(int verb, int before)
    {
        var at = verb - 1;
        while (at > before && chunks[at].Kind is ChunkKind.Particle or ChunkKind.Quote)
        {
            at--;
        }

        return at > before && chunks[at].Kind == ChunkKind.Nominal && !chunks[verb].Joined && chunks[Head(at)].Preposition is null
            ? new(Named(Head(at), verb), false, false, true, before, Head(at))
            : new([], false, false, false, before, before);
    }

    /// <summary>Mentions of a phrase: its head, or where the head has no name its genitive; and those joined to it.</summary>
    private List<ActorMention> Named(int head, int end)
    {
        var named = new List<ActorMention>();
        var headIsNamed = false;
        for (var at = head; at < end && chunks[at].Kind == ChunkKind.Nominal && (at == head || chunks[at].Dependent || chunks[at].Joined); at++)
        {
            headIsNamed &= !chunks[at].Joined;
            if (chunks[at].Mention is { } mention && !headIsNamed)
            {
                named.Add(mention);
                headIsNamed = true;
            }
        }

        return named;
    }
}
