using Isnad.Formats.Import;

namespace Isnad.Sources.Fetching;

/// <summary>The robots.txt of each host, asked for once.</summary>
internal sealed class RobotsFiles(Func<Uri, CancellationToken, Task<FetchAnswer>> fetch, string program)
{
    private readonly Dictionary<string, RobotsRules> known = new(StringComparer.OrdinalIgnoreCase);

    public async Task<RobotsRules> Of(Uri address, CancellationToken cancellation)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (!known.TryGetValue(site, out var rules))
        {
            var answer = await fetch(new Uri($"{site}/robots.txt"), cancellation).ConfigureAwait(false);
            // No file allows everything; a server that cannot say what it allows is left alone (RFC 9309, 2.3.1).
            rules = answer.Page is { } page ? RobotsRules.Parse(page.Bytes, program)
                : answer.Problem!.Kind == ProblemKind.NotThere ? RobotsRules.AllowAll : RobotsRules.DenyAll;
            known.Add(site, rules);
        }

        return rules;
    }
}
