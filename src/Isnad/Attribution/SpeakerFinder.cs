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
internal readonly record struct SpeakerPhrase(Entity? Entity, KnowledgeRecord? Statement, int EndToken, string? Rule, bool HasPhrase);

/// <summary>Finds the subject of a cue: to its right, or before it where the sentence opens with it or a relative points back.</summary>
internal sealed class SpeakerFinder(AttributionScope scope)
{
    private const int RightReach = 16;
    private const int LeftReach = 14;
    private const int OwnerReach = 9;
    private readonly IReadOnlyList<Token> tokens = scope.Tokens;

    /// <summary>The subject after a cue.</summary>
    /// <param name="start">Index of the first token to look at.</param>
    /// <param name="limit">Index to stop before: the sentence's end or the next cue.</param>
    public SpeakerPhrase Right(int start, int limit)
    {
        limit = Math.Min(limit, start + RightReach);
        var governed = false;
        var bareNoun = false;
        var unknown = false;
        for (var at = start; at < limit; at++)
        {
            var token = tokens[at];
            if (scope.Scanner.TimeEndAt(at) is > 0 and var past)
            {
                (at, governed, bareNoun) = (past - 1, false, false);
            }
            else if (scope.Scanner.MentionAt(at) is { } mention)
            {
                if (mention.HasPreposition || governed || bareNoun)
                {
                    (governed, bareNoun) = (false, false);
                    at = mention.EndToken - 1;
                    continue;
                }

                return Named(mention, limit);
            }
            else if (scope.Lexicon.OpensContent(tokens, at) || token.Folded is ":" or "؛" || scope.Quotations.OpeningAt(at) is { IsSpeech: true })
            {
                break;
            }
            else if (token.Kind is TokenKind.Punctuation or TokenKind.QuoteMark)
            {
                (governed, bareNoun) = AttributionScope.IsComma(token) ? (false, false) : (governed, bareNoun);
            }
            else if (!governed && !unknown && Statement(at, limit) is { } statement)
            {
                return statement;
            }
            else if (scope.Closed.PrepositionOf(token) is not null || WrittenPreposition(token))
            {
                (governed, bareNoun) = (scope.Closed.PrepositionOf(token) is not null, false);
            }
            else if (scope.Closed.Is(token, FunctionWord.Relative) || scope.Scanner.IsFiniteVerb(at))
            {
                break;
            }
            else if (!governed)
            {
                bareNoun = !HasArticle(token) && !scope.Closed.Is(token, FunctionWord.Demonstrative);
                unknown = true;
            }
        }

        return new(null, null, start, null, unknown);
    }

    /// <summary>The subject before a verb: «مصادر قالت», «الوزير الذي أعلن», «وكان الوزير أعلن».</summary>
    public SpeakerPhrase Left(Cue cue)
    {
        var first = scope.Document.Sentences[tokens[cue.FirstToken].Sentence].FirstToken;
        var relative = cue.Lead == CueLead.Relative;
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

                if (relative || !IsGoverned(mention, first))
                {
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

    // «المتحدث باسم الوزارة، أحمد سالم»: the person beside an office or a body is the speaker.
    private SpeakerPhrase Named(ActorMention mention, int limit)
    {
        var entity = scope.EntityOf(mention);
        var next = mention.EndToken;
        while (next < limit && (AttributionScope.IsComma(tokens[next]) || tokens[next].Kind == TokenKind.QuoteMark))
        {
            next++;
        }

        if (next < limit && scope.Scanner.MentionAt(next) is { HasPreposition: false } second && scope.EntityOf(second) is { Type: ActorType.Person } person
            && entity?.Type != ActorType.Person && mention.Span.Start >= tokens[mention.FirstToken].Span.Start && tokens[next].Span.Start == second.Span.Start)
        {
            return new(person, null, second.EndToken, "report.speaker.apposition", true);
        }

        return new(entity, null, mention.EndToken, entity is null ? null : "report.speaker.subject", true);
    }

    /// <summary>«بيان صادر عن وزارة الصحة», «بيان نشره البنك», «بيان للجيش», «البيان».</summary>
    public SpeakerPhrase? Statement(int at, int limit)
    {
        if (scope.Lexicon.Statements.At(tokens, at, pronouns: true) is not [var noun, ..] || noun.Proclitics is not (Language.Proclitics.None or Language.Proclitics.And or Language.Proclitics.For or Language.Proclitics.By)
            && (noun.Proclitics & Language.Proclitics.Like) != 0)
        {
            return null;
        }

        var end = noun.EndToken;
        limit = Math.Min(limit, end + OwnerReach);
        var issued = true;
        for (var next = end; next < limit; next++)
        {
            var token = tokens[next];
            if (scope.Lexicon.OpensContent(tokens, next) || token.Folded is ":" || AttributionScope.IsComma(token))
            {
                break;
            }

            if (document.Words[next].Any(r => r.Sense.Entry is { Kind: "cue-verb" } e && e["role"] == "relay" && r.Cut.Enclitic.Length > 0))
            {
                issued = false;
            }

            if (scope.Scanner.MentionAt(next) is { } mention)
            {
                if (scope.EntityOf(mention) is { } owner && (issued || !AttributionScope.IsMedium(owner)))
                {
                    return new(owner, noun.Value, mention.EndToken, "report.speaker.issuer", true);
                }

                next = mention.EndToken - 1;
            }
        }

        return new(null, noun.Value, end, "report.speaker.statement", true);
    }

    private readonly Pipeline.NewsDocument document = scope.Document;

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

    private static bool HasArticle(Token token) => token.Shape.Segmentations.Any(s => s.Has(Proclitics.Article));

    // «بالأمس»، «للصحفيين»
    private static bool WrittenPreposition(Token token) => token.Shape.Segmentations.Any(s => s.Has(Proclitics.Article) && s.HasPreposition);
}
