using Isnad.Archive.Export;
using Isnad.Reading;

namespace Isnad.Archive.Reviews;

/// <summary>Applies a correction to an event of a reading.</summary>
internal static class Correction
{
    // Several actors stand in one value: «روسيا | سوريا».
    private const char Between = '|';

    public static NewsReading Apply(NewsReading reading, int at, string field, string value, NewsEngine engine)
    {
        var e = reading.Events[at];
        switch (field)
        {
            case "type":
                // A mode belongs to its type.
                return With(reading, at, e with { Type = value, Mode = PloverCodes.ModeOf(value, e.Mode) });
            case "mode":
                return With(reading, at, e with { Mode = PloverCodes.ModeOf(e.Type, value) });
            case "status":
                return With(reading, at, e with { Status = value });
            case "date":
                return With(reading, at, e with { Date = value.Length > 0 ? value : null });
            case "place":
                return Place(reading, at, e, value, engine);
            case "actor":
                var (withActors, actors) = Parties(reading, value, engine);
                return With(withActors, at, e with { Actors = actors });
            case "target":
                var (withTargets, targets) = Parties(reading, value, engine);
                return With(withTargets, at, e with { Recipients = targets });
            default:
                var others = e.Counts.Where(c => c.What != field);
                return With(reading, at, e with { Counts = CorrectionField.Count(value) is { } count ? [.. others, new(field, count.Min, count.Max)] : [.. others] });
        }
    }

    private static NewsReading With(NewsReading reading, int at, EventReading e)
    {
        EventReading[] events = [.. reading.Events];
        events[at] = e;
        return reading with { Events = events };
    }

    // What the engine knows of a place it finds in the name alone as it does in a sentence.
    private static NewsReading Place(NewsReading reading, int at, EventReading e, string name, NewsEngine engine)
    {
        if (name.Length == 0)
        {
            return With(reading, at, e with { Place = null, PlaceCountry = null });
        }

        var known = reading.Places.FirstOrDefault(p => p.Span.Text == name) ?? engine.Read(new("place", name)).Places.FirstOrDefault(p => p.Span.Text == name);
        var places = known is null || reading.Places.Contains(known) ? reading.Places : [.. reading.Places, known];
        return With(reading with { Places = places }, at, e with { Place = name, PlaceCountry = known?.Country });
    }

    private static (NewsReading Reading, IReadOnlyList<string> Ids) Parties(NewsReading reading, string value, NewsEngine engine)
    {
        var ids = new List<string>();
        foreach (var name in value.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (reading.Entities.FirstOrDefault(x => x.Id == name || x.Name == name || x.Mentions.Any(m => m.Text == name)) is { } entity)
            {
                ids.Add(entity.Id);
                continue;
            }

            var added = NamedParty.Of(name, $"E{reading.Entities.Count + 1}", engine);
            reading = reading with { Entities = [.. reading.Entities, added] };
            ids.Add(added.Id);
        }

        return (reading, [.. ids.Distinct(StringComparer.Ordinal)]);
    }
}
