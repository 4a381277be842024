using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Structure;

/// <summary>Who an article says that it is from, besides its outlet: «(رويترز)», «القدس المحتلة - وفا», «المصدر: وكالات».</summary>
/// <param name="Span">The name as written.</param>
/// <param name="Name">The name as knowledge lists it, else as written.</param>
/// <param name="Known">The knowledge entry; null for a name that is not listed.</param>
/// <param name="Shared">True for «وكالات», which credits nobody in particular.</param>
public sealed record SourceCredit(TextSpan Span, string Name, string? Known, bool Shared, IReadOnlyList<Evidence> Because);
