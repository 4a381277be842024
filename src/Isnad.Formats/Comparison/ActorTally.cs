using Isnad.Reading;

namespace Isnad.Formats.Comparison;

/// <summary>Counts the names of one actor.</summary>
internal sealed class ActorTally(EntityReading entity, int mostNames)
{
    private readonly Dictionary<string, NameTally> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> perOutlet = new(StringComparer.Ordinal);
    private string name = entity.Name;
    private int uncounted;

    public void Count(string text, FramingReading? mark, string outlet, string? published)
    {
        var key = NameKey.Of(text);
        if (key.Length == 0)
        {
            return;
        }

        perOutlet[outlet] = perOutlet.GetValueOrDefault(outlet) + 1;
        if (!names.TryGetValue(key, out var tally))
        {
            if (names.Count >= mostNames)
            {
                uncounted++;
                return;
            }

            names[key] = tally = new();
        }

        tally.Count(text, mark, outlet, published);
    }

    public ActorNames Build()
    {
        // «للنظام السوري» names «النظام السوري»: after ل the article has lost its alef.
        foreach (var key in names.Keys.Where(k => k[0] == 'ل' && names.ContainsKey("ا" + k)).ToList())
        {
            names["ا" + key].Take(names[key]);
            names.Remove(key);
        }

        var built = names.Values.Select(n => n.Build(perOutlet)).OrderByDescending(n => n.Total).ThenBy(n => n.Text, StringComparer.Ordinal).ToList();
        // The entry's own name, should an article have given another.
        name = entity.NameEn is null && built.Count > 0 ? built[0].Text : name;
        return new(entity.Known!, name, entity.NameEn, entity.Country, entity.Sector, perOutlet.Values.Sum(), built, uncounted);
    }

    private sealed class NameTally
    {
        // Spellings of one name are few; the first ones stand for the rest.
        private const int MostSpellings = 8;
        private readonly Dictionary<string, int> spellings = new(StringComparer.Ordinal);
        private readonly Dictionary<string, (int Count, string? First, string? Last)> outlets = new(StringComparer.Ordinal);
        private string? loaded;
        private string? neutral;

        public void Count(string text, FramingReading? mark, string outlet, string? published)
        {
            var written = text.ReplaceLineEndings(" ");
            if (spellings.ContainsKey(written) || spellings.Count < MostSpellings)
            {
                spellings[written] = spellings.GetValueOrDefault(written) + 1;
            }

            loaded ??= mark is { Because: [var why, ..] } ? why.Entry : null;
            neutral ??= mark?.Neutral;
            var (count, first, last) = outlets.GetValueOrDefault(outlet);
            outlets[outlet] = (count + 1, Earlier(first, published), Later(last, published));
        }

        public void Take(NameTally other)
        {
            foreach (var (outlet, use) in other.outlets)
            {
                var (count, first, last) = outlets.GetValueOrDefault(outlet);
                outlets[outlet] = (count + use.Count, Earlier(first, use.First), Later(last, use.Last));
            }
        }

        public ActorName Build(Dictionary<string, int> perOutlet) => new(
            spellings.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key,
            loaded,
            neutral,
            outlets.Values.Sum(o => o.Count),
            [.. outlets.OrderByDescending(o => o.Value.Count).ThenBy(o => o.Key, StringComparer.Ordinal)
                .Select(o => new OutletUse(o.Key, o.Value.Count, Math.Round((double)o.Value.Count / perOutlet[o.Key], 4), o.Value.First, o.Value.Last))]);

        // ISO days sort as text.
        private static string? Earlier(string? a, string? b) => a is null ? b : b is null || string.CompareOrdinal(a, b) <= 0 ? a : b;

        private static string? Later(string? a, string? b) => a is null ? b : b is null || string.CompareOrdinal(a, b) >= 0 ? a : b;
    }
}
