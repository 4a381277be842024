using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language.Morphology;
using Isnad.Pipeline;

namespace Isnad.Language.Syntax;

/// <summary>
/// Finds the complements of a verb or verbal noun by a scan to its right and left: a shallow grammar of the Arabic clause
/// (verb–subject–object, or subject–verb–object where the subject stands right before the verb). Bounded by the sentence.
/// </summary>
internal sealed class ClauseScanner
{
    private const int Reach = 40;
    private readonly NewsDocument document;
    private readonly ClosedClass closed;
    private readonly ActorMention?[] mentionAt;
    private readonly bool[] insideMention;
    private readonly int[] timeEnd;

    public ClauseScanner(NewsDocument document, KnowledgeBase knowledge)
    {
        this.document = document;
        closed = ClosedClass.Of(knowledge);
        var count = document.Tokens.Count;
        mentionAt = new ActorMention?[count];
        insideMention = new bool[count];
        timeEnd = new int[count];
        foreach (var mention in document.Mentions)
        {
            // Longest first at a token; «هيئتا الأركان التركية والأميركية» is one phrase for two.
            if (mentionAt[mention.FirstToken] is not { } other || mention.EndToken > other.EndToken)
            {
                mentionAt[mention.FirstToken] = mention;
            }

            for (var t = mention.FirstToken; t < mention.EndToken; t++)
            {
                insideMention[t] = true;
            }
        }

        var token = 0;
        foreach (var time in document.Times)
        {
            while (token < count && document.Tokens[token].Span.End <= time.Span.Start)
            {
                token++;
            }

            var end = token;
            while (end < count && document.Tokens[end].Span.Start < time.Span.End)
            {
                end++;
            }

            if (token < count && end > token)
            {
                timeEnd[token] = end;
            }
        }
    }

    public ClosedClass Closed => closed;

    public bool IsInsideMention(int token) => insideMention[token];

    public ActorMention? MentionAt(int token) => mentionAt[token];

    /// <summary>Index after the temporal expression that begins at a token, or 0.</summary>
    public int TimeEndAt(int token) => timeEnd[token];

    /// <summary>Complements of a finite verb.</summary>
    public Clause OfVerb(int first, int end, VerbFeatures features)
    {
        var clause = new Clause();
        Right(clause, end, document.Tokens[first].Sentence, verbal: true);
        Left(clause, first, features);
        return clause;
    }

    /// <summary>Complements of a masdar or event noun.</summary>
    /// <param name="first">Index of its first token.</param>
    /// <param name="end">Index after its last token.</param>
    /// <param name="definite">Whether it has the article, so that no genitive can follow.</param>
    public Clause OfNoun(int first, int end, bool definite)
    {
        var clause = new Clause { FirstToken = first };
        Right(clause, end, document.Tokens[first].Sentence, verbal: false, definite);
        return clause;
    }

    /// <summary>True where a token can only be a finite verb, or is one by its surroundings.</summary>
    public bool IsFiniteVerb(int token)
    {
        if (insideMention[token])
        {
            return false;
        }

        var readings = document.Words[token];
        var verb = false;
        foreach (var reading in readings)
        {
            if (reading.Sense.Verb is not null)
            {
                verb = true;
            }
            else if (reading.Cut.Proclitics == Proclitics.None && !AfterVerbOpener(token))
            {
                return false;
            }
        }

        return verb && (token == 0 || closed.PrepositionOf(document.Tokens[token - 1]) is null || AfterVerbOpener(token));
    }

    /// <summary>True right after a word that a verb follows: قد، لم، أن، الذي، كان.</summary>
    public bool AfterVerbOpener(int token) => token > 0
        && document.Tokens[token - 1].Sentence == document.Tokens[token].Sentence
        && closed.Is(document.Tokens[token - 1], FunctionWord.Auxiliary | FunctionWord.Negator | FunctionWord.Complementizer | FunctionWord.Relative)
        && !closed.Is(document.Tokens[token - 1], FunctionWord.Preposition);

    private void Right(Clause clause, int start, int sentence, bool verbal, bool definite = false)
    {
        var tokens = document.Tokens;
        var limit = Math.Min(document.Sentences[sentence].EndToken, start + Reach);
        string? preposition = null;
        var phrase = -1;
        var closedPhrase = true;
        var lightSubject = false;
        List<ActorMention>? slot = null;
        string? slotPreposition = null;
        var token = start;
        while (token < limit)
        {
            var current = tokens[token];
            if (timeEnd[token] > 0)
            {
                token = timeEnd[token];
                (preposition, closedPhrase) = (null, true);
                continue;
            }

            if (current.Kind == TokenKind.Punctuation)
            {
                if (current.Folded is ":" or "؛" or ";" || (current.Folded is "،" or "," && (clause.HasSubjectPhrase || clause.Prepositional.Count > 0 || token - start > 6) && !JoinedAfter(token)))
                {
                    break;
                }

                token++;
                continue;
            }

            if (current.Kind == TokenKind.QuoteMark)
            {
                token++;
                continue;
            }

            if (mentionAt[token] is { } mention)
            {
                var joined = token > start && current.Folded[0] == 'و' && mention.Span.Start > current.Span.Start && (slot is not null || slotPreposition is not null);
                var head = preposition ?? OwnPreposition(mention, token);
                if (joined)
                {
                    if (slotPreposition is not null)
                    {
                        clause.Prepositional.Add((slotPreposition, mention));
                    }
                    else
                    {
                        slot!.Add(mention);
                    }
                }
                else if (head is not null)
                {
                    clause.Prepositional.Add((head, mention));
                    (slot, slotPreposition) = (null, head);
                }
                else
                {
                    phrase += closedPhrase ? 1 : 0;
                    slotPreposition = null;
                    if (!verbal && !lightSubject && !definite && phrase == 0 && token <= start + 3)
                    {
                        (slot = clause.Genitives).Add(mention);
                    }
                    else if (verbal || lightSubject)
                    {
                        slot = phrase <= 0 ? clause.Subjects : clause.Objects;
                        slot.Add(mention);
                        clause.HasSubjectPhrase = true;
                        clause.HasObjectPhrase |= phrase > 0;
                    }
                    else
                    {
                        // «هجوم شنته إسرائيل»: later phrases belong to what follows.
                        break;
                    }
                }

                token = Math.Max(mention.EndToken, token + 1);
                (preposition, closedPhrase) = (null, true);
                continue;
            }

            var kind = closed[current];
            if ((kind & (FunctionWord.Complementizer | FunctionWord.Subordinator)) != 0 && (kind & FunctionWord.Preposition) == 0)
            {
                break;
            }

            if (closed.PrepositionOf(current) is { } word)
            {
                (preposition, closedPhrase) = (word, true);
                if (current.Folded.Length > word.Length + 1)
                {
                    // «خلالها», «معه»: the preposition has its pronoun and governs nothing more.
                    preposition = null;
                }

                token++;
                continue;
            }

            if ((kind & FunctionWord.Relative) != 0 || IsFiniteVerb(token))
            {
                if (!verbal && !lightSubject && HasLightVerb(token))
                {
                    (lightSubject, phrase, closedPhrase, preposition) = (true, -1, true, null);
                    token++;
                    continue;
                }

                break;
            }

            if ((kind & FunctionWord.Demonstrative) == 0 && current.Kind is TokenKind.Word or TokenKind.Number)
            {
                var hasArticle = current.Shape.Segmentations is [var whole, var second, ..] && second.Proclitics == Proclitics.Article;
                var own = WordPreposition(current);
                if (own is not null && !insideMention[token])
                {
                    (preposition, closedPhrase) = (own, false);
                }
                else if (closedPhrase && preposition is null && !hasArticle)
                {
                    phrase++;
                    closedPhrase = false;
                    if (verbal || lightSubject)
                    {
                        clause.HasSubjectPhrase = true;
                        clause.HasObjectPhrase |= phrase > 0;
                    }
                }
                else if (closedPhrase && preposition is null && phrase < 0)
                {
                    phrase = 0;
                    closedPhrase = false;
                    clause.HasSubjectPhrase |= verbal || lightSubject;
                }
            }

            token++;
        }

        clause.EndToken = Math.Min(token, limit);
    }

    // «… أنقرة، وموسكو»: a comma before و joins.
    private bool JoinedAfter(int comma) =>
        comma + 1 < document.Tokens.Count && mentionAt[comma + 1] is { } next && next.Span.Start > document.Tokens[comma + 1].Span.Start && document.Tokens[comma + 1].Folded[0] == 'و';

    private bool HasLightVerb(int token)
    {
        foreach (var reading in document.Words[token])
        {
            if (reading.Sense.Entry.Kind == "light-verb" && reading.Sense.Verb is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static string? OwnPreposition(ActorMention mention, ReadOnlySpan<char> folded) =>
        !mention.HasPreposition ? null : folded.TrimStart("وف") is [var letter and ('ب' or 'ل' or 'ك'), ..] ? letter.ToString() : "ل";

    private string? OwnPreposition(ActorMention mention, int token) => OwnPreposition(mention, document.Tokens[token].Folded);

    /// <summary>A preposition written into a plain word: «بالهجوم» → ب; only where it is sure: before the article, or لل.</summary>
    private static string? WordPreposition(Token token)
    {
        foreach (var cut in token.Shape.Segmentations)
        {
            if (cut.Has(Proclitics.Article) && cut.HasPreposition)
            {
                return cut.Has(Proclitics.By) ? "ب" : cut.Has(Proclitics.For) ? "ل" : "ك";
            }
        }

        return null;
    }

    private void Left(Clause clause, int first, VerbFeatures features)
    {
        var tokens = document.Tokens;
        var start = document.Sentences[tokens[first].Sentence].FirstToken;
        clause.FirstToken = first;
        var relative = false;
        var commas = 0;
        for (var token = first - 1; token >= start && first - token < Reach; token--)
        {
            var current = tokens[token];
            if (insideMention[token])
            {
                var mention = MentionEndingAt(token, start);
                if (mention is null)
                {
                    continue;
                }

                if (IsGoverned(mention, start) && !relative)
                {
                    token = mention.FirstToken;
                    if (relative)
                    {
                        break;
                    }

                    continue;
                }

                clause.FirstToken = mention.FirstToken;
                // Subject before verb: what followed the verb is then its object.
                if (relative || features.Number != Number.Singular || StandsFirst(mention, start) || !clause.HasSubjectPhrase)
                {
                    clause.Objects.InsertRange(0, clause.Subjects);
                    clause.HasObjectPhrase |= clause.HasSubjectPhrase;
                    clause.Subjects.Clear();
                    clause.Subjects.Add(mention);
                    clause.HasSubjectPhrase = true;
                    AddJoined(clause, mention, start);
                }

                return;
            }

            var kind = closed[current];
            if ((kind & FunctionWord.Relative) != 0)
            {
                relative = true;
                continue;
            }

            if (current.Folded is "،" or ",")
            {
                if (++commas > 1 && !relative)
                {
                    return;
                }

                continue;
            }

            if (current.Kind is TokenKind.QuoteMark || (kind & (FunctionWord.Auxiliary | FunctionWord.Negator)) != 0)
            {
                continue;
            }

            if (current.Kind == TokenKind.Punctuation && current.Folded is not (")" or "("))
            {
                return;
            }

            if ((kind & (FunctionWord.Complementizer | FunctionWord.Subordinator)) != 0 || IsFiniteVerb(token))
            {
                return;
            }
        }
    }

    /// <summary>A mention that opens its clause, after a complementizer, a mark or nothing: «إن الوزير يزور», «بوتين يلتقي».</summary>
    private bool StandsFirst(ActorMention mention, int start)
    {
        var before = mention.FirstToken - 1;
        return before < start
            || document.Tokens[before].Kind is TokenKind.Punctuation or TokenKind.QuoteMark
            || closed.Is(document.Tokens[before], FunctionWord.Complementizer | FunctionWord.Auxiliary | FunctionWord.Subordinator);
    }

    private bool IsGoverned(ActorMention mention, int start)
    {
        if (mention.HasPreposition)
        {
            return true;
        }

        var before = mention.FirstToken - 1;
        if (before >= start && document.Tokens[before].Kind == TokenKind.QuoteMark)
        {
            before--;
        }

        return before >= start && closed.PrepositionOf(document.Tokens[before]) is not null;
    }

    private ActorMention? MentionEndingAt(int token, int start)
    {
        for (var at = token; at >= start && insideMention[at]; at--)
        {
            if (mentionAt[at] is { } mention && mention.EndToken > token)
            {
                return mention;
            }
        }

        return null;
    }

    // «بوتين وأردوغان يبحثان»: the mention found was joined to one before it.
    private void AddJoined(Clause clause, ActorMention mention, int start)
    {
        while (mention.Span.Start > document.Tokens[mention.FirstToken].Span.Start && document.Tokens[mention.FirstToken].Folded[0] == 'و'
            && mention.FirstToken > start && insideMention[mention.FirstToken - 1] && MentionEndingAt(mention.FirstToken - 1, start) is { } before && !IsGoverned(before, start))
        {
            clause.Subjects.Insert(0, before);
            mention = before;
        }
    }
}
