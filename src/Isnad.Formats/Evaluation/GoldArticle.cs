using System.Text.Json.Serialization;

namespace Isnad.Formats.Evaluation;

// The parts of a gold file or of a reading that are scored; both use the same field names. A list that is null counts as empty.

/// <summary>An annotated or predicted article.</summary>
public sealed class GoldArticle
{
    public string Id { get; set; } = "";
    public string Text { get; set; } = "";
    public string? Outlet { get; set; }
    public string? Published { get; set; }
    public List<GoldEntity> Entities { get; set => field = value ?? []; } = [];
    public List<GoldTime> Times { get; set => field = value ?? []; } = [];
    public List<GoldEvent> Events { get; set => field = value ?? []; } = [];
    public List<GoldReport> Reports { get; set => field = value ?? []; } = [];
    public List<GoldFraming> Framing { get; set => field = value ?? []; } = [];
}

public sealed class GoldSpan
{
    public int Start { get; set; }
    public int End { get; set; }

    internal int Overlap(GoldSpan other) => Math.Max(0, Math.Min(End, other.End) - Math.Max(Start, other.Start));
}

public sealed class GoldEntity
{
    public string Id { get; set; } = "";
    public string? Name { get; set; }
    public string? Country { get; set; }
    public string? Sector { get; set; }
    public List<GoldSpan> Mentions { get; set => field = value ?? []; } = [];
}

public sealed class GoldTime
{
    public GoldSpan Span { get; set; } = new();
    public string? Value { get; set; }
}

public sealed class GoldEvent
{
    public string Id { get; set; } = "";
    public string Type { get; set; } = "";
    public string? Mode { get; set; }
    public string? Status { get; set; }

    /// <summary>The only mention of events that have no list of them.</summary>
    public GoldSpan? Trigger { get; set; }

    public List<GoldSpan> Mentions { get; set => field = value ?? []; } = [];
    public List<string> Actors { get; set => field = value ?? []; } = [];
    public List<string> Recipients { get; set => field = value ?? []; } = [];
    public string? Date { get; set; }
}

public sealed class GoldReport
{
    public string Id { get; set; } = "";
    public string? Form { get; set; }
    public GoldSpan? Cue { get; set; }
    public string? Speaker { get; set; }
    public List<string> Via { get; set => field = value ?? []; } = [];
    public List<GoldSpan> Content { get; set => field = value ?? []; } = [];
    public List<GoldSpan> Insertions { get; set => field = value ?? []; } = [];
    public string? Stance { get; set; }
}

public sealed class GoldFraming
{
    public GoldSpan Span { get; set; } = new();
    public string? Kind { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GoldArticle))]
internal sealed partial class GoldJsonContext : JsonSerializerContext;
