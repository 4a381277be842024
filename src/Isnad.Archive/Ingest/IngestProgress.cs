using Isnad.Formats.Import;

namespace Isnad.Archive.Ingest;

/// <summary>How far an ingest is.</summary>
/// <param name="Source">The file at hand.</param>
/// <param name="Added">Articles stored by this run.</param>
/// <param name="Known">Articles that the archive had already.</param>
/// <param name="Rejected">Inputs that gave no article.</param>
/// <param name="Share">How much of all sources is done, 0 to 1; null where their size is not known.</param>
public sealed record IngestProgress(string Source, long Added, long Known, long Rejected, double? Share);

/// <summary>What an ingest came to.</summary>
/// <param name="Added">Articles stored by this run.</param>
/// <param name="Known">Articles that the archive had already.</param>
/// <param name="Skipped">Sources that were taken in before and have not changed since.</param>
/// <param name="Rejected">Inputs that gave no article, with the reasons, as many as are kept for showing.</param>
/// <param name="RejectedCount">How many there were.</param>
public sealed record IngestResult(long Added, long Known, long Skipped, IReadOnlyList<ArticleProblem> Rejected, long RejectedCount);
