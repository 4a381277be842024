using Isnad.Language.Morphology;

namespace Isnad.Language.Syntax;

/// <summary>
/// Reads what follows a masdar or event noun: its genitive («زيارة الوزير»), the object of a masdar («اتهام أنقرة دمشق»), its
/// prepositional complements, and the clause that carries it («هجوم شنته إسرائيل على غزة»).
/// </summary>
internal sealed class NounComplements(IReadOnlyList<Chunk> chunks, ClauseMarks marks)
{
    private const int Reach = 16;

    /// <summary>Fills a clause; returns the chunk of the verb of the clause that follows it, or -1.</summary>
    /// <param name="clause">Where the complements go.</param>
    /// <param name="noun">Chunk of the noun.</param>
    /// <param name="end">Index after the noun's last token: a chunk may hold words after it.</param>
    /// <param name="definite">Whether it has the article, so that no genitive can follow.</param>
    public int Read(Clause clause, int noun, int end, bool definite)
    {
        string? preposition = null;
        var genitive = !definite;
        var headIsNamed = false;
        var last = noun;
        for (var at = noun + 1; at < chunks.Count && at <= noun + Reach && marks.SameSentence(at, noun); at++)
        {
            var chunk = chunks[at];
            if (chunk.Kind == ChunkKind.Mark && marks.OpensInsertion(at))
            {
                at = marks.AfterInsertion(at) - 1;
                continue;
            }

            if (chunk.Kind == ChunkKind.Verb || (chunk.Kind == ChunkKind.Relative && at + 1 < chunks.Count && chunks[at + 1].Kind == ChunkKind.Verb))
            {
                var verb = chunk.Kind == ChunkKind.Verb ? at : at + 1;
                clause.EndToken = chunks[last].End;
                return chunks[verb].Joined ? -1 : verb;
            }

            if (chunk.Kind == ChunkKind.Mark && marks.IsComma(at) && at + 1 < chunks.Count && marks.SameSentence(at, at + 1)
                && chunks[at + 1] is { Kind: ChunkKind.Time } or { Kind: ChunkKind.Nominal, Preposition: not null })
            {
                continue;
            }

            if (chunk.Kind is ChunkKind.Mark or ChunkKind.Complementizer or ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Particle)
            {
                break;
            }

            last = at;
            if (chunk.Kind != ChunkKind.Nominal)
            {
                continue;
            }

            if (chunk.Lists && at + 1 < chunks.Count && chunks[at + 1] is { Kind: ChunkKind.Nominal, Mention: { } member } && clause.Genitives.Count > 0 && preposition is null)
            {
                clause.Genitives.Add(member);
                at++;
                continue;
            }

            if (chunk.Preposition is not null)
            {
                (preposition, genitive, headIsNamed) = (chunk.Pronoun ? null : chunk.Preposition, false, chunk.Mention is not null);
                clause.Prepositions.Add(chunk.Preposition);
                Allude(clause, chunk, preposition);
                if (chunk.Mention is not null)
                {
                    clause.Prepositional.Add((chunk.Preposition, chunk.Mention));
                }

                continue;
            }

            if (chunk.Joined)
            {
                headIsNamed = false;
            }

            if ((chunk.Dependent || chunk.Joined) && !headIsNamed)
            {
                Allude(clause, chunk, preposition ?? (genitive ? Clause.Genitive : null));
            }

            if (!Take(clause, chunk, preposition, genitive, headIsNamed))
            {
                break;
            }

            headIsNamed |= chunk.Mention is not null;
            genitive &= chunk.Dependent || chunk.Joined;
        }

        clause.EndToken = Math.Max(end, chunks[last].End);
        return -1;
    }

    private static void Allude(Clause clause, Chunk chunk, string? slot)
    {
        if (slot is not null && chunk.Alluded is { } state)
        {
            clause.Alluded.Add((slot, state));
        }
    }

    private static bool Take(Clause clause, Chunk chunk, string? preposition, bool genitive, bool headIsNamed)
    {
        if (chunk.Dependent || chunk.Joined)
        {
            if (chunk.Mention is { } mention && !headIsNamed)
            {
                if (preposition is not null)
                {
                    clause.Prepositional.Add((preposition, mention));
                }
                else if (genitive)
                {
                    clause.Genitives.Add(mention);
                }
            }

            return true;
        }

        // «اتهام أنقرة دمشق بدعم»: after a named genitive the masdar's object.
        if (preposition is null && clause.Genitives.Count > 0 && !clause.HasObjectPhrase)
        {
            clause.HasObjectPhrase = true;
            Allude(clause, chunk, Clause.Object);
            if (chunk.Mention is { } mention)
            {
                clause.Objects.Add(mention);
            }

            return true;
        }

        return false;
    }
}
