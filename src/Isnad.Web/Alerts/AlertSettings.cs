using System.Text.Json;
using System.Text.Json.Serialization;

namespace Isnad.Web.Alerts;

/// <summary>The alerts of a server, as their file says: docs/alerts.md.</summary>
public sealed record AlertSettings
{
    private const int MostAlerts = 100;
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>What is followed.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    /// <summary>Hosts that may have private addresses, such as <c>127.0.0.1:8080</c>; all others must have public ones.</summary>
    public IReadOnlyList<string> PrivateHosts { get; init; } = [];

    /// <summary>The file that keeps how far each alert has come.</summary>
    [JsonIgnore]
    public string Positions { get; init; } = "";

    /// <summary>How often is looked and sent.</summary>
    [JsonIgnore]
    internal AlertPace Pace { get; init; } = AlertPace.Default;

    /// <summary>The alerts of a file, a JSON object; how far they have come stands beside it, in a file with <c>.positions</c> added to its name.</summary>
    /// <exception cref="InvalidDataException">It holds something else. The message names no secret.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static AlertSettings Load(string file)
    {
        try
        {
            var settings = JsonSerializer.Deserialize<AlertSettings>(File.ReadAllBytes(file), Json) ?? new();
            return settings.Problem() is { } problem ? throw new InvalidDataException($"{file}: {problem}") : settings with { Positions = file + ".positions" };
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{file}: this is no JSON object with alerts (name, query or saved, url, secret) and, where wanted, private_hosts");
        }
    }

    private string? Problem()
    {
        var hosts = PrivateHosts.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Alerts.Count > MostAlerts ? $"there are more than {MostAlerts} alerts"
            : Alerts.DistinctBy(a => a.Name).Count() < Alerts.Count ? "two alerts have the same name"
            : Alerts.Select(a => a.Problem(hosts)).FirstOrDefault(p => p is not null);
    }
}

/// <summary>How often is looked and sent.</summary>
/// <param name="Look">Between two looks at the archive.</param>
/// <param name="Retry">Before something is sent again the first time; doubles each time.</param>
/// <param name="Retries">How often it is sent again before a longer pause.</param>
/// <param name="Pause">The first longer pause; doubles up to <paramref name="LongestPause"/>.</param>
/// <param name="Timeout">How long a receiver may take.</param>
internal sealed record AlertPace(TimeSpan Look, TimeSpan Retry, int Retries, TimeSpan Pause, TimeSpan LongestPause, TimeSpan Timeout)
{
    public static AlertPace Default { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), 5, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(15));
}
