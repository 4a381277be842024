using Isnad.Formats.Export;
using Isnad.Reading;

namespace Isnad.Formats.Annotation;

/// <summary>Says what is wrong with a reading that others made: spans beside the text, ids that lead nowhere, codes that do not exist.</summary>
internal static class ReadingCheck
{
    /// <summary>The first thing that is wrong; null for a sound reading.</summary>
    public static string? Problem(NewsReading reading)
    {
        if (reading is not { Text: not null, Entities: not null, Events: not null, Reports: not null, Times: not null, Framing: not null, Structure: not null, Places: not null, Stamp: not null })
        {
            return "a part of the reading is missing";
        }

        var spans = reading.Entities.SelectMany(e => e.Mentions).Concat(reading.Events.SelectMany(e => e.Mentions)).Concat(reading.Times.Select(t => t.Span)).Concat(reading.Framing.Select(f => f.Span))
            .Concat(reading.Reports.SelectMany(r => r.Content)).Concat(reading.Reports.Select(r => r.Cue).OfType<SpanText>()).Concat(reading.Structure.Headlines);
        if (spans.FirstOrDefault(s => s.Start < 0 || s.Start > s.End || s.End > reading.Text.Length || !reading.Text.AsSpan(s.Start, s.End - s.Start).SequenceEqual(s.Text)) is { } beside)
        {
            return $"«{beside.Text}» does not stand at {beside.Start} to {beside.End} of the text";
        }

        var entities = reading.Entities.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var events = reading.Events.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        if (entities.Count != reading.Entities.Count || events.Count != reading.Events.Count)
        {
            return "two entities or two events have one id";
        }

        var people = reading.Events.SelectMany(e => e.Actors.Concat(e.Recipients)).Concat(reading.Reports.SelectMany(r => r.Speaker is null ? r.Via : r.Via.Append(r.Speaker))).Concat(reading.Framing.Select(f => f.Target).OfType<string>());
        return people.FirstOrDefault(id => !entities.Contains(id)) is { } nobody ? $"there is no entity {nobody}"
            : reading.Reports.SelectMany(r => r.Events).FirstOrDefault(id => !events.Contains(id)) is { } nothing ? $"there is no event {nothing}"
            : reading.Events.FirstOrDefault(e => !Labels.EventTypes.ContainsKey(e.Type)) is { } strange ? $"there is no type {strange.Type}"
            : reading.Events.FirstOrDefault(e => !Labels.Statuses.ContainsKey(e.Status)) is { } unreal ? $"there is no status {unreal.Status}"
            : reading.Events.FirstOrDefault(e => e.Mentions.Count == 0) is { } wordless ? $"event {wordless.Id} has no word"
            : reading.Entities.FirstOrDefault(e => e.Country is not null && (e.Country.Length != 3 || !e.Country.All(char.IsAsciiLetterUpper))) is { } abroad ? $"«{abroad.Country}» is no code of a country"
            : reading.Entities.FirstOrDefault(e => e.Sector is not null && !Labels.Sectors.ContainsKey(e.Sector)) is { } sectorless ? $"«{sectorless.Sector}» is no sector"
            : null;
    }
}
