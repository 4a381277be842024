using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>An agreement that the article names, with what it says of it.</summary>
/// <param name="Entity">Index of the entity that it is.</param>
/// <param name="Parties">Entity indexes of those who made it, where they are said.</param>
/// <param name="Date">ISO date of its making at the precision known, or null.</param>
/// <param name="Terms">What it provides for, in the article's words.</param>
public sealed record NewsAgreement(int Entity, IReadOnlyList<int> Parties, string? Date, IReadOnlyList<TextSpan> Terms, IReadOnlyList<Evidence> Because);
