namespace Isnad.Archive;

/// <summary>The archive cannot be opened, read or written; docs/diagnostics.md lists the codes.</summary>
public sealed class ArchiveException : Exception
{
    public ArchiveException(string code, string message, Exception? cause = null) : base(message, cause) => Code = code;

    /// <summary>Stable code, such as KH3001.</summary>
    public string Code { get; }

    /// <summary>Of a review that is impossible, why, in a word that pages in any language can look up; null for all else.</summary>
    public string? Reason { get; init; }

    public override string ToString() => $"{Code}: {Message}";
}
