using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Isnad.Sources.Fetching;

namespace Isnad.Cli;

/// <summary>Options of the commands that fetch pages of the web.</summary>
internal sealed class FetchingOptions
{
    private readonly Option<double> delay = new("--delay")
    {
        Description = "Seconds between two requests to one host; robots.txt may ask for more.",
        DefaultValueFactory = _ => FetchOptions.Default.Delay.TotalSeconds,
        CustomParser = result => double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 3600
            ? seconds
            : Refuse(result, $"--delay: «{result.Tokens[0].Value}» is no number of seconds from 0 to 3600"),
    };

    private readonly Option<int> most = new("--max-pages") { Description = "At most so many pages of one feed or sitemap.", DefaultValueFactory = _ => FetchOptions.Default.MostPages };

    private readonly Option<string> agent = new("--user-agent") { Description = "How to introduce oneself to servers; add an address where you can be reached.", DefaultValueFactory = _ => FetchOptions.Default.UserAgent };

    private readonly Option<string[]> hosts = new("--allow-private") { Description = "A host, or host:port, that may have a private address, such as 127.0.0.1:8080. May be given several times.", DefaultValueFactory = _ => [] };

    public FetchingOptions(Command command)
    {
        command.Options.Add(delay);
        command.Options.Add(most);
        command.Options.Add(agent);
        command.Options.Add(hosts);
    }

    public FetchOptions Of(ParseResult parsed) => FetchOptions.Default with
    {
        Delay = TimeSpan.FromSeconds(parsed.GetValue(delay)),
        MostPages = Math.Max(1, parsed.GetValue(most)),
        UserAgent = parsed.GetValue(agent)!,
        PrivateHosts = parsed.GetValue(hosts)!.ToHashSet(StringComparer.OrdinalIgnoreCase),
    };

    private static double Refuse(ArgumentResult result, string message)
    {
        result.AddError(message);
        return 0;
    }
}
