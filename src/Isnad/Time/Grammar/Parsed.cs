namespace Isnad.Time.Grammar;

/// <summary>What a parser read.</summary>
/// <param name="End">Index after the last token it took.</param>
/// <param name="Entry">Id of the knowledge entry of the head word, or null for plain digits.</param>
internal sealed record Parsed<T>(T Value, int End, string? Entry = null);
