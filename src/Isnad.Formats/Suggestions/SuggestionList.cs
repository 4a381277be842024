using System.Globalization;
using System.Text;

namespace Isnad.Formats.Suggestions;

/// <summary>Gathers the unknown names of many articles and writes the recurring ones as knowledge entries to complete.</summary>
public sealed class SuggestionList
{
    private const int Contexts = 2;
    private const int Titles = 3;

    // Beyond this many names those seen once are forgotten, so that an archive of any size can be gone through.
    private const int MostNames = 500_000;
    private readonly Dictionary<string, Seen> names = new(StringComparer.Ordinal);

    private sealed class Seen
    {
        public int Articles;
        public int Mentions;
        public int Persons;
        public DateOnly? From;
        public DateOnly? Until;
        public readonly Dictionary<string, int> Names = new(StringComparer.Ordinal);
        public readonly Dictionary<string, int> Titles = new(StringComparer.Ordinal);
        public readonly Dictionary<string, int> Countries = new(StringComparer.Ordinal);
        public readonly Dictionary<string, int> Sectors = new(StringComparer.Ordinal);
        public readonly HashSet<string> Outlets = new(StringComparer.Ordinal);
        public readonly List<string> Contexts = [];
    }

    /// <summary>Takes the names of one article.</summary>
    public void Add(IEnumerable<UnknownName> article)
    {
        ArgumentNullException.ThrowIfNull(article);
        foreach (var name in article.DistinctBy(n => n.Key))
        {
            var seen = names.TryGetValue(name.Key, out var known) ? known : names[name.Key] = new();
            seen.Articles++;
            seen.Mentions += name.Mentions;
            seen.Persons += name.IsPerson ? 1 : 0;
            Count(seen.Names, name.Name);
            Count(seen.Titles, name.Title);
            Count(seen.Countries, name.Country);
            Count(seen.Sectors, name.Sector);
            if (name.Outlet is { } outlet)
            {
                seen.Outlets.Add(outlet);
            }

            if (name.Day is { } day)
            {
                seen.From = seen.From is { } from && from < day ? from : day;
                seen.Until = seen.Until is { } until && until > day ? until : day;
            }

            if (seen.Contexts.Count < Contexts && !seen.Contexts.Contains(name.Context))
            {
                seen.Contexts.Add(name.Context);
            }
        }

        if (names.Count > MostNames)
        {
            foreach (var (key, _) in names.Where(n => n.Value.Articles == 1).ToList())
            {
                names.Remove(key);
            }
        }
    }

    /// <summary>The names of at least so many articles, the commonest first, as YAML with what speaks for them in comments.</summary>
    public string Write(int fewestArticles, int most)
    {
        var yaml = new StringBuilder();
        foreach (var seen in names.Values.Where(s => s.Articles >= fewestArticles).OrderByDescending(s => s.Articles).ThenByDescending(s => s.Mentions).ThenBy(s => Commonest(s.Names), StringComparer.Ordinal).Take(most))
        {
            Write(yaml, seen);
        }

        return yaml.ToString();
    }

    private static void Write(StringBuilder yaml, Seen seen)
    {
        yaml.Append(CultureInfo.InvariantCulture, $"# {seen.Articles} articles, {seen.Mentions} mentions");
        yaml.Append(CultureInfo.InvariantCulture, $"{(seen.Outlets.Count > 0 ? $", {seen.Outlets.Count} outlets" : "")}{(seen.From is { } from ? $", {from:yyyy-MM-dd} to {seen.Until:yyyy-MM-dd}" : "")}\n");
        foreach (var (title, count) in Ranked(seen.Titles).Take(Titles))
        {
            yaml.Append(CultureInfo.InvariantCulture, $"# called {count} times: {title}\n");
        }

        foreach (var context in seen.Contexts)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"# … {context} …\n");
        }

        var isPerson = seen.Persons * 2 >= seen.Articles;
        yaml.Append(CultureInfo.InvariantCulture, $"- {(isPerson ? "person" : "organization")}: {Commonest(seen.Names)}\n");
        var others = Ranked(seen.Names).Skip(1).Select(n => n.Name).ToList();
        if (others.Count > 0)
        {
            yaml.Append("  also:\n").AppendJoin("", others.Select(n => $"    - {n}\n"));
        }

        // Left empty on purpose: «isnad knowledge check» asks for it.
        yaml.Append("  en:\n");
        Field(yaml, "  country", Commonest(seen.Countries));
        if (isPerson && Commonest(seen.Titles) is { } role)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  roles:\n    - role: {role}\n");
            Field(yaml, "      country", Commonest(seen.Countries));
            Field(yaml, "      sector", Commonest(seen.Sectors));
            Field(yaml, "      from", seen.From?.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        }
        else
        {
            Field(yaml, "  sector", Commonest(seen.Sectors));
        }
    }

    private static void Field(StringBuilder yaml, string name, string? value)
    {
        if (value is not null)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
        }
    }

    private static void Count(Dictionary<string, int> counts, string? value)
    {
        if (value is not null)
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }
    }

    private static IEnumerable<(string Name, int Count)> Ranked(Dictionary<string, int> counts) =>
        counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value));

    private static string? Commonest(Dictionary<string, int> counts) => counts.Count > 0 ? Ranked(counts).First().Name : null;
}
