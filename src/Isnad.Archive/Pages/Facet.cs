namespace Isnad.Archive.Pages;

/// <summary>How found events are spread over the values of one thing.</summary>
/// <param name="Name">type, status, outlet, actor, target, sector, place, year or month.</param>
/// <param name="Values">The commonest first; years and months in order, the latest first.</param>
/// <param name="Rest">How many values are left out.</param>
public sealed record Facet(string Name, IReadOnlyList<FacetValue> Values, int Rest);

/// <summary>A value of a facet.</summary>
/// <param name="Value">A code, a name, a year or a month.</param>
/// <param name="Term">What to add to the query to find these events only: <c>actor:RUS</c>.</param>
/// <param name="Events">How many events have it.</param>
public sealed record FacetValue(string Value, string Term, long Events);
