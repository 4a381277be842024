using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Places;

namespace Isnad.Events;

/// <summary>
/// Reads who acts from an adjective of nationality: «الهجوم الإسرائيلي», «محادثات روسية-أميركية». The adjective names nobody
/// itself; it points to the state, or to whoever of that state the article names.
/// </summary>
internal sealed class NationalActors(NewsDocument document, KnowledgeBase knowledge)
{
    private const int Reach = 4;
    private readonly Nationalities nationalities = Nationalities.Of(knowledge);

    public IEnumerable<ActorMention> After(Trigger trigger)
    {
        var sentence = document.Tokens[trigger.FirstToken].Sentence;
        var definite = trigger.Cut.Has(Proclitics.Article);
        for (var token = trigger.EndToken; token < Math.Min(document.Tokens.Count, trigger.EndToken + Reach) && document.Tokens[token].Sentence == sentence; token++)
        {
            var current = document.Tokens[token];
            if (current.Folded is "-" or "–" or "—")
            {
                continue;
            }

            if (nationalities.Of(current, definite) is { } state)
            {
                if (EntityOf(state.Headword) is { } entity)
                {
                    yield return new(current.Span, token, token + 1, current.Span, entity, false);
                }
            }
            else if (definite && current.Folded.StartsWith("وال", StringComparison.Ordinal))
            {
                // «الانتقادات والضغوط الأميركية»: the adjective is that of both.
                continue;
            }
            else if (!(definite && current.Folded.StartsWith("ال", StringComparison.Ordinal)) || document.Words[token].Count > 0)
            {
                yield break;
            }
        }
    }

    private int? EntityOf(string country)
    {
        Entity? best = null;
        foreach (var entity in document.Entities)
        {
            if (entity.Country == country && (best is null || (best.Type != ActorType.Geopolitical && entity.Type == ActorType.Geopolitical)))
            {
                best = entity;
            }
        }

        return best?.Index;
    }
}
