using Isnad.Actors;
using Isnad.Language;
using Isnad.Language.Syntax;

namespace Isnad.Attribution;

/// <summary>Finds who carried the words: «في تصريحات لوكالة «…»، نقلتها مواقع معارضة».</summary>
internal sealed class ChainFinder(AttributionScope scope)
{
    private const int LongestAside = 16;
    private readonly IReadOnlyList<Token> tokens = scope.Tokens;

    /// <summary>Media named between a cue and its words, from the speaker outwards; the outlet itself and the speaker are none.</summary>
    public List<(Entity Entity, ActorMention Mention)> Media(int first, int end, Entity? speaker)
    {
        var media = new List<(Entity Entity, ActorMention Mention)>();
        for (var at = first; at < end; at++)
        {
            if (scope.Scanner.MentionAt(at) is not { } mention)
            {
                continue;
            }

            if (scope.EntityOf(mention) is { } entity && !IsPartOfOffice(entity, mention) && AttributionScope.IsMedium(entity) && entity != speaker && !IsPartOf(entity, speaker) && !scope.IsOutlet(entity)
                && entity.Type != ActorType.Person && (entity.Known is not null || mention.EndToken - mention.FirstToken > 1 || (mention.FirstToken > 0 && tokens[mention.FirstToken - 1].Kind == TokenKind.QuoteMark)) && media.TrueForAll(m => m.Entity != entity))
            {
                if (media is [.., var before] && IsSecondName(before.Mention, mention))
                {
                    // «وكالة الأنباء السورية (سانا)» is one; the name that is listed stays.
                    media[^1] = before.Entity.Known is null ? (entity, mention) : before;
                }
                else
                {
                    media.Add((entity, mention));
                }
            }

            at = Math.Max(at, mention.EndToken - 1);
        }

        return media;
    }

    /// <summary>
    /// Media named with a word for talk at either end of the sentence: «وفي مقابلة مع قناة … قال الوزير», «قال الوزير إن …، في تصريح
    /// لوكالة …».
    /// </summary>
    public List<(Entity Entity, ActorMention Mention)> Around(Sentence sentence, ReportDraft draft)
    {
        var opening = draft.Cue is { } cue && scope.Closed.Is(tokens[sentence.FirstToken], FunctionWord.Preposition) ? Talk(sentence.FirstToken + 1, Math.Min(cue.FirstToken, sentence.FirstToken + LongestAside), draft.Speaker) : [];
        if (opening.Count > 0)
        {
            return opening;
        }

        var end = Math.Min(draft.Words.EndToken, sentence.EndToken);
        for (var at = end - 3; at > end - LongestAside && at > draft.FirstToken; at--)
        {
            if (AttributionScope.IsComma(tokens[at]) && scope.Closed.Is(tokens[at + 1], FunctionWord.Preposition) && !scope.Quotations.IsInSpeech(at))
            {
                return Talk(at + 2, end, draft.Speaker);
            }
        }

        return [];
    }

    // The talk comes first, whoever it was given to after it.
    private List<(Entity Entity, ActorMention Mention)> Talk(int first, int end, Entity? speaker) =>
        first < end && scope.Lexicon.Statements.At(tokens, first, pronouns: true) is [{ Value: var noun } match, ..] && noun["role"] == "talk" ? Media(match.EndToken, end, speaker) : [];

    // «وزير شؤون الإعلام البحريني»
    private bool IsPartOfOffice(Entity entity, ActorMention mention) => IsAdjective(entity, mention) ||
        entity.Type == ActorType.Group && mention.FirstToken > 0 && tokens[mention.FirstToken - 1] is { Kind: TokenKind.Word } before && scope.Closed[before] == FunctionWord.None
            && tokens[mention.FirstToken].Folded.StartsWith("ال", StringComparison.Ordinal) && !scope.IsCarrying(mention.FirstToken - 1)
            && !before.Shape.Segmentations.Any(cut => cut.Has(Proclitics.Article));

    // «المؤتمر الصحفي المشترك»
    private bool IsAdjective(Entity entity, ActorMention mention) =>
        entity.Known is null && mention.FirstToken > 0 && tokens[mention.FirstToken].Folded.StartsWith("ال", StringComparison.Ordinal) && tokens[mention.FirstToken - 1] is { Kind: TokenKind.Word } before
            && before.Shape.Segmentations.Any(cut => cut.Has(Proclitics.Article)) && scope.Closed[before] == FunctionWord.None;

    // «وثائق نشرها موقع ويكيليكس، بحسب ويكيليكس»
    private static bool IsPartOf(Entity medium, Entity? speaker) => speaker is not null && medium.Name.Contains(speaker.Name, StringComparison.Ordinal);

    private bool IsSecondName(ActorMention before, ActorMention mention)
    {
        for (var at = before.EndToken; at < mention.FirstToken; at++)
        {
            if (tokens[at].Kind != TokenKind.QuoteMark && tokens[at].Folded is not ("(" or ")" or "[" or "]" or "-"))
            {
                return false;
            }
        }

        return !mention.HasPreposition && mention.FirstToken - before.EndToken < 4 && tokens[mention.FirstToken].Span.Start == mention.Span.Start;
    }
}
