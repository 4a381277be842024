using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>
/// Violence that an article tells of piece by piece has the same hands behind it: «شنت إسرائيل غارات على غزة … وقتل خمسة فلسطينيين».
/// An act that names nobody who did it is laid at the door of who did the others to the same country; never an accusation or a demand.
/// </summary>
internal sealed class SharedParties(NewsDocument document)
{

    public List<NewsEvent> Fill(IReadOnlyList<NewsEvent> events)
    {
        // By the country struck, who struck it most.
        var strikers = new Dictionary<string, Dictionary<int, int>>(StringComparer.Ordinal);
        foreach (var act in events.Where(e => EventFrame.IsForce(e.Type)))
        {
            foreach (var country in Countries(act.Recipients))
            {
                var counts = strikers.TryGetValue(country, out var known) ? known : strikers[country] = [];
                foreach (var actor in act.Actors)
                {
                    counts[actor] = counts.GetValueOrDefault(actor) + act.Triggers.Count;
                }
            }
        }

        return [.. events.Select(e => EventFrame.IsForce(e.Type) && e.Actors.Count == 0 ? WithActor(e, strikers) : e)];
    }

    private NewsEvent WithActor(NewsEvent act, Dictionary<string, Dictionary<int, int>> strikers)
    {
        var counts = Countries(act.Recipients).Select(c => strikers.GetValueOrDefault(c)).FirstOrDefault(c => c is { Count: > 0 });
        if (counts is null)
        {
            return act;
        }

        var actor = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key;
        return act.Recipients.Contains(actor) ? act : act with
        {
            Actors = [actor],
            Because = [.. act.Because, new("event.actor.shared", null, null, $"«{document.Entities[actor].Name}» did the other violence that the article tells of")],
        };
    }

    private IEnumerable<string> Countries(IReadOnlyList<int> entities) => entities.Select(e => document.Entities[e].Country).OfType<string>().Distinct();
}
