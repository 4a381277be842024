using Isnad.Web.Alerts;
using Isnad.Web.Security;

namespace Isnad.Web;

/// <summary>How the reading room is run.</summary>
public sealed record ReadingRoomOptions
{
    /// <summary>The archive to show; null for the invented articles that the tool carries.</summary>
    public string? Archive { get; init; }

    /// <summary>Where to listen; port 0 takes a free one. Without keys that is this machine only.</summary>
    public string Url { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Whose keys are known. Without any, nobody changes anything and the server listens on this machine only.</summary>
    public IReadOnlyList<AccessKey> Keys { get; init; } = [];

    /// <summary>Who vouches for people beside the keys; null for nobody.</summary>
    public IdentityProvider? Provider { get; init; }

    /// <summary>The names by which others ask for the server, such as <c>news.example.org</c>; this machine's own are always known.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Queries whose finds are sent to others; null for none.</summary>
    public AlertSettings? Alerts { get; init; }

    /// <summary>How often a program may ask <c>/api</c> in a minute, by key or address.</summary>
    public int RequestsPerMinute { get; init; } = 1200;

    /// <summary>How long a page of events waits for its sums before it is shown without them.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>What time it is.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;
}
