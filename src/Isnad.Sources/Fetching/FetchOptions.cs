namespace Isnad.Sources.Fetching;

/// <summary>How pages are fetched. What is not set here is not left to the servers: every wait and every size has a limit.</summary>
public sealed record FetchOptions
{
    /// <summary>What most servers bear.</summary>
    public static FetchOptions Default { get; } = new();

    /// <summary>Says who asks; whoever fetches much adds an address to complain to. Its first word is what robots.txt is searched for.</summary>
    public string UserAgent { get; init; } = "Isnad/0.1 (reads news articles)";

    /// <summary>Pause between two requests to one host; robots.txt may ask for a longer one.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest pause that robots.txt may ask for.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a server may take to begin its answer, and then to send it.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Largest answer, unpacked, in bytes.</summary>
    public long LargestPage { get; init; } = 16L << 20;

    /// <summary>How often an answer may lead on to another address.</summary>
    public int MostRedirects { get; init; } = 5;

    /// <summary>How often a request is sent again where the server is busy or the connection breaks.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>First pause before a request is sent again; it doubles each time. A server's Retry-After is followed instead.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>At most so many pages of one source in one run.</summary>
    public int MostPages { get; init; } = 10_000;

    /// <summary>
    /// Hosts that may have private addresses: <c>127.0.0.1:8080</c>, <c>news.intranet</c>. All others must have public ones, so
    /// that no feed and no redirect can make this machine ask its own network.
    /// </summary>
    public IReadOnlySet<string> PrivateHosts { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name to look for in robots.txt.</summary>
    internal string Program => UserAgent.Split('/', ' ')[0];

    internal bool MayBePrivate(string host, int port) => PrivateHosts.Contains(host) || PrivateHosts.Contains($"{host}:{port}");
}
