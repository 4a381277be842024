using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;

namespace Isnad.Attribution;

/// <summary>Who stands beside a cue as its subject.</summary>
/// <param name="Entity">The speaker; null where the phrase names nobody the engine knows.</param>
/// <param name="Statement">The statement that speaks («البيان»), or null.</param>
/// <param name="EndToken">Index after the phrase, or the end of the cue.</param>
/// <param name="Rule">How it was found; null where nothing stands there.</param>
/// <param name="HasPhrase">Somebody stands there, known or not.</param>
/// <param name="UnknownToken">Index of the first word that could head a phrase of its own, or -1.</param>
/// <param name="Alias">The office or body that stands beside the person who speaks, or null.</param>
internal readonly record struct SpeakerPhrase(
    Entity? Entity, KnowledgeRecord? Statement, int EndToken, string? Rule, bool HasPhrase, int UnknownToken = -1, Entity? Alias = null);

/// <summary>Finds the subject of a cue: to its right, or before it where the sentence opens with it or a relative points back.</summary>
internal sealed class SpeakerFinder(AttributionScope scope)
{
    private const int RightReach = 16;
    private const int LeftReach = 14;
    private const int ApposedReach = 12;
    private readonly Pipeline.NewsDocument document = scope.Document;
    private readonly IReadOnlyList<Token> tokens = scope.Tokens;
    private readonly StatementFinder statements = new(scope);

    /// <summary>The subject after a cue.</summary>
    /// <param name="start">Index of the first token to look at.</param>
    /// <param name="limit">Index to stop before: the sentence's end or the next cue.</param>
    public SpeakerPhrase Right(int start, int limit)
    {
        limit = Math.Min(limit, start + RightReach);
        var governed = false;
        var bareNoun = false;
        var ofSome = false;
        var unknown = -1;
        for (var at = start; at < limit; at++)
        {
            var token = tokens[at];
            if (scope.Lexicon.IsCourtesy(token) || scope.Lexicon.IsAdverb(token))
            {
                continue;
            }

            if (ofSome && scope.Lexicon.IsPartitive(token))
            {
                // «عدد من كبار المسؤولين»: the officials speak, however few of them.
                continue;
            }

            ofSome = ((!governed && !bareNoun && scope.Closed.Is(token, FunctionWord.Quantifier) && !HasArticle(token)) || scope.Lexicon.IsPartWord(token)) && scope.Scanner.MentionAt(at) is null;
            if (ofSome)
            {
                continue;
            }

            if (scope.Lexicon.OpensContent(tokens, at) || token.Folded is ":" or "؛" || OpensWords(at, limit))
            {
                break;
            }

            if (scope.Scanner.TimeEndAt(at) is > 0 and var past)
            {
                (at, governed, bareNoun) = (past - 1, false, false);
            }
            else if (scope.Scanner.MentionAt(at) is { } mention && !IsNoName(mention))
            {
                if (HasPreposition(mention) || governed || bareNoun)
                {
                    (governed, bareNoun) = (false, false);
                    at = mention.EndToken - 1;
                    continue;
                }

                return Named(mention, limit);
            }
            else if (token.Kind is TokenKind.Punctuation or TokenKind.QuoteMark)
            {
                (governed, bareNoun) = AttributionScope.IsComma(token) ? (false, false) : (governed, bareNoun);
            }
            else if (!governed && unknown < 0 && statements.At(at, limit) is { } statement)
            {
                return statement;
            }
            else if (scope.Closed.PrepositionOf(token) is not null || WrittenPreposition(token))
            {
                // «ونقلت عنه الوكالة»: with its pronoun a preposition is complete.
                (governed, bareNoun) = (scope.Closed.PrepositionOf(token) is { } preposition && token.Folded.TrimStart('و').Length <= preposition.Length, false);
            }
            else if (scope.Closed.Is(token, FunctionWord.Relative) || scope.Scanner.IsFiniteVerb(at) || scope.IsCarrying(at))
            {
                break;
            }
            else if (!governed && !scope.Closed.Is(token, FunctionWord.Demonstrative) && !IsAdverb(at))
            {
                bareNoun = !HasArticle(token);
                unknown = unknown < 0 ? at : unknown;
            }
        }

        return new(null, null, start, null, unknown >= 0, unknown);
    }

    /// <summary>The subject before a verb: «مصادر قالت», «الوزير الذي أعلن», «وكان الوزير أعلن».</summary>
    public SpeakerPhrase Left(Cue cue)
    {
        var first = scope.Document.Sentences[tokens[cue.FirstToken].Sentence].FirstToken;
        var relative = cue.Lead == CueLead.Relative;
        if (relative && !AgreesWithRelative(cue))
        {
            // «التهديدات التي قال إنها تقلصت»: what the relative points to did not speak.
            return new(null, null, cue.EndToken, null, false);
        }

        var commas = 0;
        for (var at = cue.FirstToken - 1; at >= first && at > cue.FirstToken - LeftReach; at--)
        {
            var token = tokens[at];
            if (scope.Scanner.IsInsideMention(at))
            {
                var mention = MentionEndingAt(at, first);
                if (mention is null)
                {
                    continue;
                }

                if ((relative || !IsGoverned(mention, first)) && !IsNoName(mention))
                {
                    // «السيسي وهادي يؤكدان»: of joint speakers the first named.
                    while (Joined(mention) && mention.FirstToken > first && MentionEndingAt(mention.FirstToken - 1, first) is { } joint && !IsGoverned(joint, first))
                    {
                        mention = joint;
                    }

                    return scope.EntityOf(mention) is { } entity
                        ? new(entity, null, cue.EndToken, relative ? "report.speaker.relative" : "report.speaker.before", true)
                        : new(null, null, cue.EndToken, null, true);
                }

                at = mention.FirstToken;
                continue;
            }

            if (AttributionScope.IsComma(token) && ++commas > 2)
            {
                break;
            }

            var kind = scope.Closed[token];
            if ((kind & (FunctionWord.Complementizer | FunctionWord.Subordinator)) != 0
                || (token.Kind == TokenKind.Punctuation && token.Folded is ":" or "؛" or ".")
                || (!relative && (kind & FunctionWord.Auxiliary) == 0 && scope.Scanner.IsFiniteVerb(at)))
            {
                break;
            }
        }

        return new(null, null, cue.EndToken, null, false);
    }

    // «واعتبر ذلك «جوهر الفشل»»: marks that hold no name.
    private bool OpensWords(int at, int limit) =>
        scope.Quotations.OpeningAt(at) is { } quotation
        && (quotation.IsSpeech || !(scope.Scanner.IsInsideMention(at) || (at + 1 < limit && scope.Scanner.IsInsideMention(at + 1))));

    // «مستنكراً»: an adverb that no subject can be.
    private bool IsAdverb(int at) =>
        tokens[at].Folded[^1] == 'ا' && document.Words[at].Any(r => r.Sense.Class == WordClass.Participle);

    // A function word or an adverb that was taken for a name.
    private bool IsNoName(ActorMention mention) =>
        mention.EndToken == mention.FirstToken + 1 && (scope.Closed[tokens[mention.FirstToken]] != FunctionWord.None || IsAdverb(mention.FirstToken));

    private bool HasPreposition(ActorMention mention) =>
        mention.HasPreposition || (mention.Span.Start > tokens[mention.FirstToken].Span.Start && WrittenPreposition(tokens[mention.FirstToken]));

    /// <summary>
    /// «السفير الروسي لدى واشنطن أناتولي أنتونوف», «المتحدث باسم الوزارة، أحمد سالم»: the person whose name stands beside an
    /// office or a body is the speaker.
    /// </summary>
    public SpeakerPhrase Named(ActorMention mention, int limit)
    {
        var entity = scope.EntityOf(mention);
        var rule = entity is null ? null : "report.speaker.subject";
        if (entity is not null && !IsOfficeOnly(mention, entity) && (!IsOffice(entity) || (entity.Sector is null && !HasGenitive(mention))))
        {
            return new(entity, null, mention.EndToken, rule, true, -1, OfficeBeside(mention, limit));
        }

        var governed = false;
        // A body has its speaker right beside it; an office may have a place or a body of its own in between.
        var reach = entity?.Type == ActorType.Person ? ApposedReach : 2;
        for (var at = mention.EndToken; at < Math.Min(limit, mention.EndToken + reach); at++)
        {
            var token = tokens[at];
            if (scope.Scanner.MentionAt(at) is { } second)
            {
                var apart = governed || HasPreposition(second);
                if (!apart && !Joined(second) && scope.EntityOf(second) is { Type: ActorType.Person } person && !IsOffice(person) && !IsNoName(second))
                {
                    return new(person, null, second.EndToken, "report.speaker.apposition", true, -1, entity);
                }

                if (!apart && tokens[at - 1].Kind == TokenKind.Word && HasArticle(tokens[at]) == false)
                {
                    break;
                }

                (at, governed) = (second.EndToken - 1, false);
                continue;
            }

            if (scope.Lexicon.OpensContent(tokens, at) || token.Folded == ":" || scope.Closed.Is(token, FunctionWord.Relative)
                || scope.Scanner.IsFiniteVerb(at) || scope.Scanner.TimeEndAt(at) > 0 || statements.At(at, at + 1) is not null)
            {
                break;
            }

            // «إسرائيل بقتل الراوي»: beside a body only a mark may stand between.
            governed = scope.Closed.PrepositionOf(token) is not null || (governed && token.Kind == TokenKind.QuoteMark) || (entity?.Type != ActorType.Person && token.Kind == TokenKind.Word);
        }

        return new(entity, null, mention.EndToken, rule, true);
    }

    // «الأمين العام للمجلس» of whoever is known to hold that office: a name beside it knows better.
    private bool IsOfficeOnly(ActorMention mention, Entity entity) =>
        entity is { Known: not null, Type: ActorType.Person } && mention.NameSpan == mention.Span && mention.EndToken - mention.FirstToken > 1
            && !scope.NamesIt(mention, entity);

    // «وزير الشؤون الخارجية»: a bare word before one with the article; a surname has none after it.
    private bool HasGenitive(ActorMention mention) =>
        HasArticle(tokens[mention.FirstToken]) || (mention.EndToken < tokens.Count && HasArticle(tokens[mention.EndToken]));

    // «غولدنبرغ الباحث في المعهد»: an office right after the name is another way to call him.
    private Entity? OfficeBeside(ActorMention mention, int limit)
    {
        var next = mention.EndToken;
        next += next < limit && AttributionScope.IsComma(tokens[next]) ? 1 : 0;
        return next < limit && scope.Scanner.MentionAt(next) is { } second && !HasPreposition(second) && !Joined(second)
            && scope.EntityOf(second) is { Type: ActorType.Person } other && IsOffice(other) ? other : null;
    }

    // An office has a sector and no entry of its own, or is one word; a full name that the engine did not know is neither.
    private static bool IsOffice(Entity entity) => entity.Type != ActorType.Person
        || (entity.Known is null && entity.Mentions.All(m => m.NameSpan == m.Span && (entity.Sector is not null || m.EndToken - m.FirstToken == 1)));

    private bool Joined(ActorMention mention) => mention.Span.Start > tokens[mention.FirstToken].Span.Start && tokens[mention.FirstToken].Folded[0] == 'و';

    private bool IsGoverned(ActorMention mention, int first)
    {
        var before = mention.FirstToken - 1;
        if (before >= first && tokens[before].Kind == TokenKind.QuoteMark)
        {
            before--;
        }

        return mention.HasPreposition
            || (before >= first && (scope.Closed.PrepositionOf(tokens[before]) is not null
                || (tokens[before].Kind == TokenKind.Word && !HasArticle(tokens[before]) && scope.Closed[tokens[before]] == FunctionWord.None
                    && !scope.Scanner.IsInsideMention(before) && !scope.Scanner.IsFiniteVerb(before))));
    }

    private ActorMention? MentionEndingAt(int token, int first)
    {
        for (var at = token; at >= first && scope.Scanner.IsInsideMention(at); at--)
        {
            if (scope.Scanner.MentionAt(at) is { } mention && mention.EndToken > token)
            {
                return mention;
            }
        }

        return null;
    }

    // «التي» is feminine or a thing's plural, «الذي» masculine.
    private bool AgreesWithRelative(Cue cue)
    {
        var feminine = tokens[cue.LeadToken].Folded.Contains('ت', StringComparison.Ordinal);
        return cue.Enclitic.Length == 0 && (cue.Verb is not { } verb || feminine == (verb.Gender == Gender.Feminine) || verb.Number is not Number.Singular);
    }

    private static bool HasArticle(Token token) => token.Shape.Segmentations.Any(s => s.Has(Proclitics.Article));

    // «بالأمس»، «للصحفيين»
    private static bool WrittenPreposition(Token token) => token.Shape.Segmentations.Any(s => s.Has(Proclitics.Article) && s.HasPreposition);
}
