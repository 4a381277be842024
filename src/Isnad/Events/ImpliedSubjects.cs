using Isnad.Actors;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>
/// Finds who is meant where Arabic names nobody: a verb without a subject goes on with the subject before it («زار القاهرة
/// والتقى نظيره»), or with the speaker whose words it stands in («وأضاف أنه سيزور»); an attached pronoun points back («زيارته»).
/// </summary>
internal sealed class ImpliedSubjects(NewsDocument document, ClauseScanner scanner)
{
    private const int VerbsBack = 4;
    private readonly Dictionary<int, IReadOnlyList<ActorMention>> known = [];
    private readonly List<(int Token, ActorMention Mention)> actors = [];

    /// <summary>Notes who acted, for what follows.</summary>
    public void Remember(int token, ActorMention actor) => actors.Add((token, actor));

    /// <summary>Who a verb or participle without a subject carries on from.</summary>
    public IReadOnlyList<ActorMention> Of(int token, VerbFeatures? features)
    {
        var start = document.Sentences[document.Tokens[token].Sentence].FirstToken;
        var chunk = scanner.ChunkAt(token) - 1;
        for (var verbs = 0; chunk >= 0 && scanner.Chunks[chunk].First >= start && verbs < VerbsBack; chunk--)
        {
            if (scanner.Chunks[chunk].Kind != ChunkKind.Verb)
            {
                continue;
            }

            verbs++;
            if (SubjectsOf(scanner.Chunks[chunk].First) is { Count: > 0 } subjects && Agrees(subjects, features))
            {
                return subjects;
            }
        }

        if (SpeakerAround(token) is { } speaker && Agrees([speaker], features))
        {
            return [speaker];
        }

        for (var at = actors.Count - 1; at >= 0 && actors[at].Token >= token - 60; at--)
        {
            if (actors[at].Token < token && document.Tokens[token].Sentence - document.Tokens[actors[at].Token].Sentence <= 1 && Agrees([actors[at].Mention], features))
            {
                return [actors[at].Mention];
            }
        }

        return [];
    }

    /// <summary>Who an attached pronoun may mean: the subject before it that agrees, else the last one named.</summary>
    public ActorMention? Antecedent(int token, string pronoun)
    {
        var features = new VerbFeatures(Tense.Past, Voice.Active, 3, pronoun == "ها" ? Gender.Feminine : Gender.Masculine, Number.Singular, Mood.Any);
        return Of(token, pronoun is "ه" or "ها" ? features : null) is [var subject, ..] ? subject : null;
    }

    /// <summary>Who speaks in the sentence of a token, where a verb of saying stands before it.</summary>
    public ActorMention? SpeakerBefore(int token)
    {
        var sentence = document.Sentences[document.Tokens[token].Sentence];
        var (start, offset) = (document.Tokens[sentence.FirstToken].Span.Start, document.Tokens[token].Span.Start);
        foreach (var report in document.Reports)
        {
            if (report is { Cue: { } cue, Speaker: { } speaker } && cue.Start >= start && cue.Start <= offset && speaker < document.Entities.Count)
            {
                return document.Entities[speaker].Mentions.LastOrDefault(m => m.FirstToken < token);
            }
        }

        return null;
    }

    private IReadOnlyList<ActorMention> SubjectsOf(int verb)
    {
        if (known.TryGetValue(verb, out var subjects))
        {
            return subjects;
        }

        // A verb that no entry derives has no features; its word order says enough.
        var features = document.Words[verb].Where(r => r.Sense.Verb is not null).Select(r => r.Sense.Verb!.Value).FirstOrDefault(new VerbFeatures(Tense.Present, Voice.Active, 3, Gender.None, Number.Singular, Mood.Any));
        return known[verb] = features.Voice == Voice.Passive ? [] : scanner.OfVerb(verb, verb + 1, features).Subjects;
    }

    private bool Agrees(IReadOnlyList<ActorMention> subjects, VerbFeatures? features) =>
        features is not { Person: 3, Number: Number.Singular } verb || (subjects.Count == 1 && scanner.Agreement.MayBeSubject(subjects[0], verb));

    private ActorMention? SpeakerAround(int token)
    {
        var offset = document.Tokens[token].Span.Start;
        foreach (var report in document.Reports)
        {
            if (report.Speaker is { } speaker && speaker < document.Entities.Count && report.Content.Any(span => span.Contains(offset)))
            {
                return document.Entities[speaker].Mentions.LastOrDefault(m => m.FirstToken < token);
            }
        }

        return null;
    }
}
