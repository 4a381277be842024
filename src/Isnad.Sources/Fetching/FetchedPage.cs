using Isnad.Formats.Import;

namespace Isnad.Sources.Fetching;

/// <summary>What a server sent.</summary>
/// <param name="Address">Where it came from, after redirects.</param>
/// <param name="Bytes">The body, unpacked; empty where the page has not changed.</param>
/// <param name="ContentType">«text/html», in lower case; null where the server does not say.</param>
/// <param name="ETag">To ask with the next time.</param>
/// <param name="LastModified">To ask with the next time, as the server wrote it.</param>
/// <param name="IsUnchanged">The server says that nothing has changed since the last time.</param>
internal sealed record FetchedPage(Uri Address, byte[] Bytes, string? ContentType, string? ETag, string? LastModified, bool IsUnchanged);

/// <summary>Either a page or the reason why there is none.</summary>
internal readonly record struct FetchAnswer(FetchedPage? Page, ArticleProblem? Problem)
{
    public static FetchAnswer Fail(Uri address, ProblemKind kind, string message) => new(null, new(address.AbsoluteUri, kind, message));
}
