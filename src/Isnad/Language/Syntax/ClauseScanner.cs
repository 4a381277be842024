using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language.Morphology;
using Isnad.Pipeline;

namespace Isnad.Language.Syntax;

/// <summary>
/// Finds the complements of a verb or verbal noun: a shallow grammar of the Arabic clause (verb–subject–object, or
/// subject–verb–object where the subject opens the clause). Bounded by the sentence.
/// </summary>
internal sealed class ClauseScanner
{
    private readonly NewsDocument document;
    private readonly MentionMap mentions;
    private readonly FiniteVerbs verbs;
    private readonly List<Chunk> chunks;
    private readonly int[] chunkOf;
    private readonly ClauseMarks marks;

    public ClauseScanner(NewsDocument document, KnowledgeBase knowledge)
    {
        this.document = document;
        Closed = ClosedClass.Of(knowledge);
        Agreement = new MentionAgreement(document, ActorLexicon.Of(knowledge));
        mentions = new MentionMap(document, Closed);
        verbs = new FiniteVerbs(document, Closed, mentions);
        chunks = new ChunkReader(document, knowledge, Closed, mentions, verbs).Read();
        chunkOf = new int[document.Tokens.Count];
        Array.Fill(chunkOf, -1);
        for (var chunk = 0; chunk < chunks.Count; chunk++)
        {
            Array.Fill(chunkOf, chunk, chunks[chunk].First, chunks[chunk].End - chunks[chunk].First);
        }

        marks = new ClauseMarks(document, chunks);
    }

    public ClosedClass Closed { get; }

    /// <summary>What gender and number say of subjects and pronouns.</summary>
    public MentionAgreement Agreement { get; }

    /// <summary>The document's chunks in text order.</summary>
    public IReadOnlyList<Chunk> Chunks => chunks;

    public ClauseMarks Marks => marks;

    /// <summary>Index of the chunk that holds a token; for a word that belongs to none (a preposition) that of the next.</summary>
    public int ChunkAt(int token)
    {
        while (token < chunkOf.Length && chunkOf[token] < 0)
        {
            token++;
        }

        return token < chunkOf.Length ? chunkOf[token] : chunks.Count - 1;
    }

    public bool IsInsideMention(int token) => mentions.IsInside(token);

    public ActorMention? MentionAt(int token) => mentions.StartingAt(token);

    /// <summary>Index after the temporal expression that begins at a token, or 0.</summary>
    public int TimeEndAt(int token) => mentions.TimeEndAt(token);

    /// <summary>True where a token can only be a finite verb, or is one by its surroundings.</summary>
    public bool IsFiniteVerb(int token) => verbs.IsVerb(token);

    /// <summary>True right after a word that a verb follows: قد، لم، أن، الذي، كان.</summary>
    public bool AfterVerbOpener(int token) => verbs.AfterOpener(token);

    /// <summary>Complements of a finite verb.</summary>
    public Clause OfVerb(int first, int end, VerbFeatures features)
    {
        var verb = ChunkAt(end - 1);
        var clause = new Clause();
        var stop = new VerbComplements(chunks, marks).Read(clause, verb);
        clause.EndToken = stop < chunks.Count && marks.SameSentence(stop, verb) ? chunks[stop].First : document.Sentences[document.Tokens[first].Sentence].EndToken;
        Subject(clause, ChunkAt(first), features, HasObjectPronoun(first));
        return clause;
    }

    /// <summary>Complements of a masdar or event noun.</summary>
    /// <param name="first">Index of its first token.</param>
    /// <param name="end">Index after its last token.</param>
    /// <param name="definite">Whether it has the article, so that no genitive can follow.</param>
    public Clause OfNoun(int first, int end, bool definite) => OfNoun(first, end, definite, static _ => false).Clause;

    /// <summary>Complements of a masdar or event noun, the verb after it that carries it («محادثات أجراها الوزير»), and the verb of its relative clause.</summary>
    public (Clause Clause, int CarrierToken, int RelativeVerb) OfNoun(int first, int end, bool definite, Func<int, bool> isCarrier)
    {
        var clause = new Clause { FirstToken = first };
        var verb = new NounComplements(chunks, marks).Read(clause, ChunkAt(end - 1), end, definite);
        return verb < 0 ? (clause, -1, -1) : (clause, isCarrier(chunks[verb].First) ? chunks[verb].First : -1, chunks[verb].First);
    }

    /// <summary>Features of a finite verb that carries an object pronoun, or null.</summary>
    public VerbFeatures? VerbWithPronoun(int token)
    {
        foreach (var reading in token < 0 ? [] : document.Words[token])
        {
            if (reading.Sense.Verb is { } features && reading.Cut.Enclitic.Length > 0)
            {
                return features;
            }
        }

        return null;
    }

    private void Subject(Clause clause, int verb, VerbFeatures features, bool objectPronoun)
    {
        var before = new SubjectBeforeReader(document, Closed, chunks, marks, Agreement).Read(verb);
        clause.FirstToken = chunks[Math.Min(before.First, verb)].First;
        clause.VerbBefore = before.VerbBefore < 0 ? -1 : chunks[before.VerbBefore].First;
        var agrees = before.Mentions.All(m => Agreement.MayBeSubject(m, features)) || features.Number is Number.Dual or Number.Plural;
        if (before.IsRelativeHead && objectPronoun)
        {
            // «المدينة التي قصفتها الطائرات»
            clause.Objects.AddRange(before.Mentions);
            clause.HasObjectPhrase = true;
        }
        else if (before.IsRelativeHead && clause.HasSubjectPhrase && StartsWithPronoun(verb))
        {
            // «الزيارة التي التقى خلالها الوزير»: the head is neither.
        }
        else if (before.IsRelativeHead || (before.StandsFirst && before.IsPhrase && agrees))
        {
            clause.TakeSubject(before.Mentions);
        }
        else if (before.IsPhrase && agrees && (features.Number != Number.Singular || (!clause.HasSubjectPhrase && !objectPronoun)))
        {
            clause.TakeSubject(before.Mentions);
        }
        else if (features.Number is Number.Dual or Number.Plural || features.Person is 1 or 2 || (clause.Subjects is [var only] && !Agreement.MayBeSubject(only, features)))
        {
            clause.SubjectIsElsewhere();
        }
    }

    private bool StartsWithPronoun(int verb) => verb + 1 < chunks.Count && chunks[verb + 1].Pronoun;

    private bool HasObjectPronoun(int token)
    {
        foreach (var reading in document.Words[token])
        {
            if (reading.Sense.Verb is not null)
            {
                return reading.Cut.Enclitic.Length > 0;
            }
        }

        return false;
    }
}
