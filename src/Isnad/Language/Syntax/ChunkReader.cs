using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language.Morphology;
using Isnad.Language.Tagging;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Language.Syntax;

/// <summary>Cuts a document into chunks in one pass: the words of a clause by the part they can play in it.</summary>
internal sealed class ChunkReader(NewsDocument document, KnowledgeBase knowledge, ClosedClass closed, MentionMap mentions, FiniteVerbs verbs)
{
    private const string Of = "من";
    private readonly NumberWords numbers = knowledge.Table(k => new NumberWords(k));
    private readonly List<Chunk> chunks = [];
    private string? preposition;
    private int apposed = -1;

    /// <summary>Chunks in text order; none crosses a sentence.</summary>
    public List<Chunk> Read()
    {
        foreach (var sentence in document.Sentences)
        {
            preposition = null;
            var token = sentence.FirstToken;
            while (token < sentence.EndToken)
            {
                token = Next(token, sentence);
            }
        }

        return chunks;
    }

    private int Next(int token, Sentence sentence)
    {
        var current = document.Tokens[token];
        if (mentions.TimeEndAt(token) is > 0 and var timeEnd && !(mentions.StartingAt(token) is { } longer && longer.EndToken > timeEnd))
        {
            return Close(new(ChunkKind.Time, token, Math.Min(timeEnd, sentence.EndToken)));
        }

        if (current.Kind == TokenKind.QuoteMark)
        {
            // A name in marks stays governed by the preposition before them: «في «الكرملين»».
            chunks.Add(new(ChunkKind.Quote, token, token + 1));
            return token + 1;
        }

        if (current.Kind == TokenKind.Punctuation)
        {
            return Close(new(ChunkKind.Mark, token, token + 1));
        }

        if (mentions.StartingAt(token) is { } mention)
        {
            return Mention(mention, token, sentence);
        }

        if (document.Tags[token].Tag == WordTag.Adv && document.Words[token].Count == 0 && closed[current] == FunctionWord.None)
        {
            return token + 1;
        }

        return FunctionWordAt(token) ?? (verbs.IsVerb(token) ? Close(new(ChunkKind.Verb, token, token + 1) { Joined = IsJoined(current) }) : Noun(token, sentence));
    }

    private int? FunctionWordAt(int token)
    {
        var current = document.Tokens[token];
        var kind = closed[current];
        if (closed.PrepositionOf(current) is { } word && !verbs.AfterOpener(token))
        {
            // «فيه»; «وفي» has only its conjunction besides.
            if (current.Folded.Length > word.Length + 1 || !current.Folded.EndsWith(word, StringComparison.Ordinal))
            {
                return Close(new(ChunkKind.Nominal, token, token + 1) { Preposition = word, Pronoun = true, Lists = (kind & FunctionWord.Member) != 0 });
            }

            preposition = word;
            return token + 1;
        }

        if (kind is FunctionWord.None or FunctionWord.Quantifier)
        {
            return null;
        }

        if ((kind & (FunctionWord.Demonstrative | FunctionWord.Pronoun)) != 0)
        {
            return token + 1;
        }

        var part = (kind & FunctionWord.Complementizer) != 0 ? ChunkKind.Complementizer
            : (kind & FunctionWord.Subordinator) != 0 ? ChunkKind.Subordinator
            : (kind & FunctionWord.Relative) != 0 && !Negates(kind, token) ? ChunkKind.Relative
            : ChunkKind.Particle;
        return Close(new(part, token, token + 1));
    }

    // «ما» negates a past verb at the beginning of its clause, and is a relative elsewhere.
    private bool Negates(FunctionWord kind, int token) =>
        (kind & FunctionWord.Negator) != 0 && verbs.OpensClause(token) && token + 1 < document.Tokens.Count && verbs.IsVerb(token + 1);

    private int Mention(ActorMention mention, int token, Sentence sentence)
    {
        var current = document.Tokens[token];
        var end = Math.Clamp(mention.EndToken, token + 1, sentence.EndToken);
        var joined = current.Folded is ['و' or 'ف', ..] && mention.Span.Start > current.Span.Start;
        if (preposition == Of && IsPart(token - 2))
        {
            // «أربعة من جنود الجيش», «عدد كبير من النواب»: the part acts as what it is of.
            preposition = null;
            return Adjectives(Close(new(ChunkKind.Nominal, token, end) { Mention = mention, Dependent = true }), sentence);
        }

        JoinApposition(mention);
        var own = mention.HasPreposition ? current.Folded.AsSpan().TrimStart("وف") is [var letter and ('ب' or 'ل' or 'ك'), ..] ? letter.ToString() : "ل" : null;
        var chunk = new Chunk(ChunkKind.Nominal, token, end)
        {
            Mention = mention,
            Joined = joined,
            Preposition = preposition ?? own,
            Dependent = preposition is null && own is null && !joined && Governs(Before(token)),
            Accusative = preposition is null && own is null && FollowsVerb(token) && IsSoundAccusative(mention),
            Numeric = numbers.IsNumber(current),
        };
        return apposed >= 0 ? Apposed(chunk, sentence) : Adjectives(Close(chunk), sentence);
    }

    // «خلفية هذه | الحادثة»: a demonstrative parts no genitive from its noun.
    private int Before(int token) => token > 1 && closed.Is(document.Tokens[token - 1], FunctionWord.Demonstrative) ? token - 2 : token - 1;

    private bool FollowsVerb(int token) => chunks is [.., { Kind: ChunkKind.Verb } verb] && verb.End == token;

    // «دعت الفلسطينيين», «استقبل الطرفين»: the ending says that these are no subject, where nothing before them governs it.
    private bool IsSoundAccusative(ActorMention mention) =>
        document.Tokens[mention.FirstToken].Folded is [_, _, _, .., 'ي', 'ن'] && document.Entities[mention.EntityId] is { Type: ActorType.Group } or { IsDual: true };

    /// <summary>Takes a second name into the chunk of the first, with the comma that closes it off.</summary>
    private int Apposed(Chunk chunk, Sentence sentence)
    {
        var end = chunk.End;
        if (end + 1 < sentence.EndToken && IsComma(end) && document.Tokens[end + 1].Kind == TokenKind.Word)
        {
            end++;
        }

        (chunks[apposed], preposition) = (chunks[apposed] with { End = end }, null);
        apposed = -1;
        return end;
    }

    /// <summary>«رئيس الوزراء، فلان الفلاني، اجتمع»: two names of one stand as one phrase, whatever commas set them off.</summary>
    private void JoinApposition(ActorMention mention)
    {
        if (chunks is [.., { Mention: { } before } head, { Kind: ChunkKind.Mark } comma] && before.EntityId == mention.EntityId && comma.End == mention.FirstToken && IsComma(comma.First)
            && !mention.HasPreposition && preposition is null && SameSentence(head.First, mention.FirstToken))
        {
            chunks.RemoveAt(chunks.Count - 1);
            apposed = chunks.Count - 1;
        }
    }

    private bool IsComma(int token) => document.Tokens[token].Folded is "،" or ",";

    private bool SameSentence(int one, int other) => document.Tokens[one].Sentence == document.Tokens[other].Sentence;

    private bool IsPart(int token) => chunks.Count > 0 && token >= 0 && chunks[^1] is { Kind: ChunkKind.Nominal, Mention: null } before && before.End == token + 1
        && (before.Numeric || closed.Is(document.Tokens[token], FunctionWord.Quantifier) || closed.Is(document.Tokens[before.First], FunctionWord.Quantifier));

    private int Noun(int token, Sentence sentence)
    {
        var current = document.Tokens[token];
        var own = OwnPreposition(token);
        var joined = IsJoined(current);
        // «كلاً من إسرائيل والفلسطينيين»
        var accusative = IsAccusative(current) || (current.Folded[^1] == 'ا' && closed.Is(current, FunctionWord.Quantifier));
        var chunk = new Chunk(ChunkKind.Nominal, token, token + 1)
        {
            Joined = joined,
            Preposition = preposition ?? own,
            Accusative = accusative,
            Dependent = preposition is null && own is null && !joined && (Governs(Before(token)) || Continues(token, accusative)),
            Numeric = current.Kind == TokenKind.Number || numbers.IsNumber(current),
        };
        return Adjectives(Close(chunk), sentence);
    }

    /// <summary>An indefinite word after an indefinite one is its adjective or genitive: «غارات جوية».</summary>
    private bool Continues(int token, bool accusative) =>
        chunks.Count > 0 && chunks[^1] is { Kind: ChunkKind.Nominal, Pronoun: false } before && before.End == token
            && (before.Numeric || (accusative ? before.Accusative : !HasArticle(document.Tokens[token]) && !numbers.IsNumber(document.Tokens[token])));

    /// <summary>Takes the definite adjectives after a definite noun into its chunk: «القوات | المتمركزة».</summary>
    private int Adjectives(int token, Sentence sentence)
    {
        var end = token;
        while (end < sentence.EndToken && document.Tokens[end].Kind == TokenKind.Word && mentions.StartingAt(end) is null
            && mentions.TimeEndAt(end) == 0 && closed[document.Tokens[end]] == FunctionWord.None && IsAdjective(end))
        {
            end++;
        }

        chunks[^1] = chunks[^1] with { End = end, Alluded = chunks[^1].Mention is null ? mentions.Alluded(chunks[^1].First, end) : null };

        return end;
    }

    private bool IsAdjective(int token)
    {
        if (document.Tags[token] is { Tag: not WordTag.Unknown } tagged)
        {
            // «أحرق مستوطنون مسجداً»: an accusative describes only an accusative.
            return tagged is { Tag: WordTag.Adj, Prefix: 0 } && !verbs.IsVerb(token) && (!IsAccusative(document.Tokens[token]) || IsAccusative(document.Tokens[token - 1]));
        }

        return HasArticle(document.Tokens[token]) && !NamesSomething(token) && (chunks[^1].Mention is not null || HasArticle(document.Tokens[token - 1]));
    }

    private bool NamesSomething(int token)
    {
        foreach (var reading in document.Words[token])
        {
            if (reading.Sense.Class is WordClass.Masdar or WordClass.Noun)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a token can be the first part of an idafa: an indefinite noun in a chunk that is open to its right.</summary>
    private bool Governs(int token) =>
        chunks.Count > 0 && chunks[^1] is { Kind: ChunkKind.Nominal, Pronoun: false } before && before.End == token + 1
            && (before.Numeric || (before.Mention is null && !before.Accusative && !HasArticle(document.Tokens[token]) && !HasPronoun(token) && !EndsInAdjective(before, token)));

    // «من جهة ثانية | رئيس الوزراء»: what an adjective has closed governs nothing.
    private bool EndsInAdjective(Chunk chunk, int token) => token > chunk.First && document.Tags[token].Tag == WordTag.Adj;

    private bool HasPronoun(int token) => document.Words[token] is [var reading, ..] && reading.Cut.Enclitic.Length > 0;

    private static bool HasArticle(Token token)
    {
        foreach (var cut in token.Shape.Segmentations)
        {
            if (cut.Has(Proclitics.Article))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAccusative(Token token) => token.Kind == TokenKind.Word && token.Folded.Length >= 4 && token.Folded[^1] == 'ا' && !HasArticle(token);

    private bool IsJoined(Token token)
    {
        if (token.Folded is not ['و' or 'ف', _, _, ..])
        {
            return false;
        }

        var readings = document.Words[token.Index];
        return readings.Count > 0 ? readings[0].Cut.Has(Proclitics.And | Proclitics.So)
            : document.Tags[token.Index].Tag == WordTag.Unknown ? token.Folded.StartsWith("وال", StringComparison.Ordinal)
            : document.Tags[token.Index].Prefix > 0;
    }

    /// <summary>A preposition written into a plain word: «بالهجوم»; only where it is sure: before the article, or before a word that is known.</summary>
    private string? OwnPreposition(int token)
    {
        foreach (var reading in document.Words[token])
        {
            return reading.Cut.HasPreposition ? Letter(reading.Cut) : null;
        }

        foreach (var cut in document.Tokens[token].Shape.Segmentations)
        {
            if (cut.Has(Proclitics.Article) && cut.HasPreposition)
            {
                return Letter(cut);
            }
        }

        // «بموجب»، «بشكل»: what the tagger cuts off before a noun.
        var tagged = document.Tags[token];
        var folded = document.Tokens[token].Folded;
        return tagged is { Prefix: > 0, Tag: not WordTag.Verb } && tagged.Prefix < folded.Length && folded[tagged.Prefix - 1] is var letter and ('ب' or 'ل' or 'ك') ? letter.ToString() : null;

        static string Letter(Segmentation cut) => cut.Has(Proclitics.By) ? "ب" : cut.Has(Proclitics.For) ? "ل" : "ك";
    }

    private int Close(Chunk chunk)
    {
        chunks.Add(chunk);
        preposition = null;
        return chunk.End;
    }
}

/// <summary>Numbers written as words, from <c>amount</c> records.</summary>
internal sealed class NumberWords
{
    private readonly HashSet<string> words;

    public NumberWords(KnowledgeBase knowledge) =>
        words = [.. knowledge.OfKind("amount").SelectMany(r => r.Values("also").Prepend(r.Headword)).Select(w => ArabicFolding.Fold(w))];

    public bool IsNumber(Token token)
    {
        foreach (var cut in token.Shape.Segmentations)
        {
            if (cut.Enclitic.Length == 0 && words.Contains(cut.Stem))
            {
                return true;
            }
        }

        return token.Kind == TokenKind.Number;
    }
}
