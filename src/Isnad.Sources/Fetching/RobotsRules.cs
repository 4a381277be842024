using System.Globalization;
using System.Text;

namespace Isnad.Sources.Fetching;

/// <summary>What a robots.txt allows one program (RFC 9309): the rules of its own group, else those for everybody.</summary>
internal sealed class RobotsRules
{
    // What stands behind it is not read, as the RFC allows.
    private const int Longest = 500 * 1024;
    private const int MostRules = 5_000;
    private readonly List<(string Path, bool Allow)> rules = [];

    private RobotsRules()
    {
    }

    /// <summary>There is no robots.txt.</summary>
    public static RobotsRules AllowAll { get; } = new();

    /// <summary>It could not be fetched, so that nobody knows what it says.</summary>
    public static RobotsRules DenyAll { get; } = new() { rules = { ("/", false) } };

    /// <summary>The pause that it asks for between two requests.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <summary>Addresses of sitemaps that it names.</summary>
    public List<string> Sitemaps { get; } = [];

    /// <param name="program">First word of the user agent: «Isnad».</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> file, string program)
    {
        var (own, all, sitemaps) = (new RobotsRules(), new RobotsRules(), new List<string>());
        var hasOwn = false;
        var group = new List<RobotsRules>();
        var inNames = false;
        foreach (var line in Encoding.UTF8.GetString(file[..Math.Min(file.Length, Longest)]).Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Field(line) is not ({ } name, { } value))
            {
                continue;
            }

            if (name == "user-agent")
            {
                if (!inNames)
                {
                    group.Clear();
                }

                inNames = true;
                if (value.Equals(program, StringComparison.OrdinalIgnoreCase))
                {
                    hasOwn = true;
                    group.Add(own);
                }
                else if (value == "*")
                {
                    group.Add(all);
                }
            }
            else if (name == "sitemap")
            {
                sitemaps.Add(value);
            }
            else
            {
                inNames = false;
                group.ForEach(g => g.Add(name, value));
            }
        }

        var chosen = hasOwn ? own : all;
        chosen.Sitemaps.AddRange(sitemaps);
        return chosen;
    }

    /// <summary>The longest rule that fits decides; of two as long, the one that allows.</summary>
    public bool Allows(Uri address)
    {
        var path = address.PathAndQuery;
        var allowed = true;
        var length = -1;
        foreach (var (rule, allow) in rules)
        {
            if ((rule.Length > length || (rule.Length == length && allow)) && Fits(rule, path))
            {
                (allowed, length) = (allow, rule.Length);
            }
        }

        return allowed;
    }

    private void Add(string name, string value)
    {
        if (name is "allow" or "disallow" && value.Length > 0 && rules.Count < MostRules)
        {
            rules.Add((Escaped(value), name == "allow"));
        }
        else if (name == "crawl-delay" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 86_400)
        {
            Delay = TimeSpan.FromSeconds(seconds);
        }
    }

    private static (string Name, string Value)? Field(string line)
    {
        var text = line.AsSpan();
        var comment = text.IndexOf('#');
        text = comment < 0 ? text : text[..comment];
        var colon = text.IndexOf(':');
        return colon < 0 ? null : (text[..colon].Trim().TrimStart('\uFEFF').ToString().ToLowerInvariant(), text[(colon + 1)..].Trim().ToString());
    }

    // «/أخبار», «/%D8%A3…» and «/%d8%a3…» are one path.
    private static string Escaped(string path)
    {
        var escaped = new StringBuilder();
        foreach (var rune in path.EnumerateRunes())
        {
            var inEscape = (escaped.Length > 0 && escaped[^1] == '%') || (escaped.Length > 1 && escaped[^2] == '%' && char.IsAsciiHexDigitUpper(escaped[^1]));
            escaped.Append(rune.IsAscii ? inEscape ? char.ToUpperInvariant((char)rune.Value).ToString() : rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return escaped.ToString();
    }

    // «*» is any run of characters, «$» at the end the end of the path. Greedy with one point to return to, so linear in practice
    // and never more than the product of the two lengths.
    private static bool Fits(string rule, string path)
    {
        var toEnd = rule.EndsWith('$');
        var pattern = toEnd ? rule.AsSpan(0, rule.Length - 1) : rule;
        int at = 0, p = 0, star = -1, mark = 0;
        while (p < pattern.Length || (toEnd && at < path.Length))
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, at);
            }
            else if (p < pattern.Length && at < path.Length && pattern[p] == path[at])
            {
                p++;
                at++;
            }
            else if (star >= 0 && mark < path.Length)
            {
                (p, at) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
