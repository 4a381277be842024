namespace Isnad.Reading;

/// <summary>Why the engine says something.</summary>
/// <param name="Rule">Name of the mechanism, such as <c>event.trigger</c>; <c>isnad stages</c> says which stage owns it.</param>
/// <param name="Entry">Id of the knowledge entry behind it, such as <c>events/assault#قصف</c>; null where a rule needs none.</param>
/// <param name="Span">The words that led there; null where the reason is not in one place.</param>
/// <param name="Note">What the rule concluded, in English.</param>
public sealed record Evidence(string Rule, string? Entry = null, SpanText? Span = null, string? Note = null);
