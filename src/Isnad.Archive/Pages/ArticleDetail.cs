using Isnad.Archive.Query;
using Isnad.Reading;

namespace Isnad.Archive.Pages;

/// <summary>An article with what the engine reads in it.</summary>
/// <param name="Article">As it came.</param>
/// <param name="Reading">What the engine of today reads in it; <see cref="IsStale"/> says whether the archive knows another reading.</param>
/// <param name="IsStale">Another engine or other knowledge read it for the archive; <c>isnad reread</c> brings that up to date.</param>
/// <param name="Stamp">Who read it for the archive.</param>
/// <param name="Events">Its events, and what others tell of them.</param>
/// <param name="Copies">Articles that are the same text.</param>
public sealed record ArticleDetail(StoredArticle Article, NewsReading Reading, bool IsStale, ReadingStamp Stamp, IReadOnlyList<ToldEvent> Events, IReadOnlyList<ArticleCopy> Copies);

/// <summary>An event as an article tells it, and the event that all tell.</summary>
/// <param name="Mention">Key of the mention.</param>
/// <param name="Start">Where its word stands.</param>
/// <param name="Event">Key of the event; null while it is not fused yet.</param>
/// <param name="Outlets">How many outlets tell of it.</param>
/// <param name="Origins">How many found out for themselves.</param>
/// <param name="Denied">Somebody denies it.</param>
/// <param name="Verdict">accepted, corrected or rejected by a person; null where nobody has looked at it.</param>
public sealed record ToldEvent(string Mention, string Type, int Start, int End, string? Event, int Outlets, int Origins, bool Denied, string? Verdict);

/// <summary>Another article that is the same text.</summary>
/// <param name="Kind">How they are one: copy or revision.</param>
/// <param name="Share">How much of the shorter one stands in the longer one; null where they are linked through others only.</param>
public sealed record ArticleCopy(StoredArticle Article, string? Kind, double? Share);
