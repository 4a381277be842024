using Isnad.Archive.Query;

namespace Isnad.Archive.Pages;

/// <summary>A page of a list of articles, the latest first, those without a day last.</summary>
/// <param name="Next">Where the next page begins, to be given back as it is; null on the last page.</param>
public sealed record ArticlePage(IReadOnlyList<StoredArticle> Articles, string? Next);
