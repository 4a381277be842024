using Isnad.Actors;

namespace Isnad.Attribution;

/// <summary>Finds who carried the words: «في تصريحات لوكالة «…»، نقلتها مواقع معارضة».</summary>
internal sealed class ChainFinder(AttributionScope scope)
{
    /// <summary>Media named between a cue and its words, from the speaker outwards; the outlet itself and the speaker are none.</summary>
    public List<(Entity Entity, ActorMention Mention)> Media(int first, int end, Entity? speaker)
    {
        var media = new List<(Entity, ActorMention)>();
        for (var at = first; at < end; at++)
        {
            if (scope.Scanner.MentionAt(at) is not { } mention)
            {
                continue;
            }

            if (scope.EntityOf(mention) is { } entity && AttributionScope.IsMedium(entity) && entity != speaker && !scope.IsOutlet(entity)
                && entity.Type != ActorType.Person && (entity.Known is not null || mention.EndToken - mention.FirstToken > 1) && media.TrueForAll(m => m.Item1 != entity))
            {
                media.Add((entity, mention));
            }

            at = Math.Max(at, mention.EndToken - 1);
        }

        return media;
    }
}
