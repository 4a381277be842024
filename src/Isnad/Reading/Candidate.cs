namespace Isnad.Reading;

/// <summary>Whom or which place an ambiguous name may mean. The best one is told only where its score is high enough.</summary>
/// <param name="Known">Id of the knowledge entry.</param>
/// <param name="Country">ISO 3166 alpha-3, or null.</param>
/// <param name="Sector">Sector of the office meant; null for a place.</param>
/// <param name="Score">0 to 1: its share of the evidence, somebody or something that no list knows included. No probability measured on data.</param>
/// <param name="Reason">What speaks for it, in English.</param>
public sealed record Candidate(string Known, string? Country, string? Sector, double Score, string Reason);
