using Isnad.Actors;

namespace Isnad.Language.Syntax;

/// <summary>
/// Reads what follows a verb: its first bare phrase is the subject, its second the object, the others hang on prepositions.
/// </summary>
internal sealed class VerbComplements(IReadOnlyList<Chunk> chunks, ClauseMarks marks)
{
    private const int Reach = 24;

    /// <summary>Fills a clause from the chunks after a verb; returns the chunk where it ended.</summary>
    public int Read(Clause clause, int verb)
    {
        var slots = new Slots(clause);
        var at = verb + 1;
        var commas = 0;
        while (at < chunks.Count && at <= verb + Reach && marks.SameSentence(at, verb))
        {
            var chunk = chunks[at];
            switch (chunk.Kind)
            {
                case ChunkKind.Mark when marks.OpensInsertion(at):
                    at = marks.AfterInsertion(at);
                    continue;
                case ChunkKind.Mark when marks.Ends(at) || (marks.IsComma(at) && !GoesOn(clause, at, ++commas)):
                case ChunkKind.Complementizer or ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Verb or ChunkKind.Particle:
                    return at;
                case ChunkKind.Nominal:
                    slots.Take(chunk);
                    break;
            }

            at++;
        }

        return at;
    }

    /// <summary>Whether a clause goes on after a comma: with an adverbial («أعلنت موسكو، أمس، أن»), a joined name, or the phrase it still lacks.</summary>
    private bool GoesOn(Clause clause, int comma, int commas)
    {
        if (comma + 1 >= chunks.Count || !marks.SameSentence(comma + 1, comma))
        {
            return false;
        }

        var next = chunks[comma + 1];
        return next.Kind switch
        {
            ChunkKind.Time => true,
            ChunkKind.Nominal when next.Joined => next.Mention is not null,
            ChunkKind.Nominal when next.Preposition is not null => commas <= 2,
            // «…، داعياً وحدات الجيش»: an accusative after a comma opens a new predicate.
            ChunkKind.Nominal when next.Accusative => false,
            ChunkKind.Nominal => !clause.HasSubjectPhrase || ((commas == 2 || chunks[comma - 1].Kind == ChunkKind.Time) && !clause.HasObjectPhrase && next.Mention is not null),
            _ => false,
        };
    }

    /// <summary>Which phrase the next mention belongs to.</summary>
    private sealed class Slots(Clause clause)
    {
        private List<ActorMention>? bare;
        private string? preposition;
        private string? slot;
        private (List<ActorMention>? List, string? Slot) phrase;
        private bool lists;
        private bool prepositionIsNamed;
        private bool headIsNamed;

        public void Take(Chunk chunk)
        {
            if (chunk.Lists)
            {
                // «حلفاء غربيون بينهم | الولايات المتحدة»
                (lists, bare, slot, preposition) = (true, phrase.List, phrase.Slot, null);
                return;
            }

            if (lists)
            {
                (lists, headIsNamed) = (false, false);
            }
            else if (chunk.Preposition is { } word)
            {
                (bare, preposition, headIsNamed) = (null, chunk.Pronoun ? null : word, chunk.Mention is not null);
                (slot, prepositionIsNamed) = (preposition, false);
                clause.Prepositions.Add(word);
            }
            else if (!chunk.Joined && !chunk.Dependent)
            {
                Open(chunk);
            }
            else if (chunk.Joined)
            {
                if (preposition is not null && !prepositionIsNamed && chunk.Mention is not null && phrase.List is { Count: > 0 })
                {
                    // «بورصة لندن للمعادن | وبورصة شيكاغو»: names join names.
                    (bare, slot, preposition) = (phrase.List, phrase.Slot, null);
                }

                headIsNamed = false;
            }

            if (chunk.Alluded is { } state && slot is not null && !headIsNamed)
            {
                clause.Alluded.Add((slot, state));
            }

            prepositionIsNamed |= chunk.Mention is not null || chunk.Alluded is not null;
            if (chunk.Mention is not { } mention || (chunk.Dependent && headIsNamed))
            {
                return;
            }

            if (preposition is not null)
            {
                clause.Prepositional.Add((preposition, mention));
            }
            else
            {
                bare?.Add(mention);
            }

            headIsNamed = true;
        }

        private void Open(Chunk chunk)
        {
            (preposition, headIsNamed) = (null, false);
            if (!clause.HasSubjectPhrase && !chunk.Accusative)
            {
                clause.HasSubjectPhrase = true;
                clause.SubjectIsCounted = chunk.Numeric;
                (bare, slot) = (clause.Subjects, Clause.Subject);
            }
            else
            {
                (bare, slot) = clause.HasObjectPhrase ? (null, null) : (clause.Objects, Clause.Object);
                clause.HasObjectPhrase = true;
            }

            phrase = (bare, slot);
        }
    }
}
