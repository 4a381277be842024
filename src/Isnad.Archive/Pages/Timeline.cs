namespace Isnad.Archive.Pages;

/// <summary>How wide the bars of a timeline are.</summary>
public enum TimelineStep
{
    Day,

    /// <summary>From Monday to Sunday (ISO 8601).</summary>
    Week,
    Month,
    Year,
}

/// <summary>Events over time.</summary>
/// <param name="Bars">In order of time; a stretch without events has no bar.</param>
/// <param name="Undated">How many events have no day at all.</param>
public sealed record Timeline(IReadOnlyList<TimelineBar> Bars, long Undated);

/// <summary>The events of a day, week, month or year.</summary>
/// <param name="First">Its first day (ISO).</param>
/// <param name="Last">Its last day.</param>
/// <param name="ByType">Events by type; types without any are left out.</param>
public sealed record TimelineBar(DateOnly First, DateOnly Last, long Events, IReadOnlyDictionary<string, long> ByType);
