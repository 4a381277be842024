using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>State of reality of an event.</summary>
public enum EventStatus
{
    Occurred,
    Ongoing,
    Scheduled,
    Hypothetical,
    Negated,
}

/// <summary>A distinct event of the article.</summary>
/// <param name="Triggers">The words that name it, the clearest first.</param>
/// <param name="Actors">Entity indexes.</param>
/// <param name="Recipients">Entity indexes.</param>
/// <param name="Date">ISO date at the precision known, or null.</param>
/// <param name="Reports">Indexes of the reports that assert, deny or hedge it.</param>
/// <param name="IsClaim">Known only from statements that the outlet holds at arm's length or that deny it.</param>
public sealed record NewsEvent(
    string Type, string? Mode, EventStatus Status, IReadOnlyList<TextSpan> Triggers, IReadOnlyList<int> Actors, IReadOnlyList<int> Recipients,
    string? Date, string? Place, string? PlaceCountry, IReadOnlyList<CountReading> Counts, IReadOnlyList<int> Reports, bool IsClaim,
    double Confidence, IReadOnlyList<Evidence> Because)
{
    /// <summary>Index of the entity of the agreement that it makes, keeps, breaks or speaks of.</summary>
    public int? Agreement { get; init; }
}
