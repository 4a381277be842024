namespace Isnad.Archive.Pages;

/// <summary>How often one side did something to another. A side is a country, a sector or both: <c>RUS MIL</c>; empty where neither is known.</summary>
public sealed record Dyad(string Actor, string Target, string Type, long Events);
