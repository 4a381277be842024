using Isnad.Text;

namespace Isnad.Structure;

/// <summary>The parts of an article around its body.</summary>
/// <param name="Title">The first line.</param>
/// <param name="Headlines">The headlines it holds, parted by … or |.</param>
/// <param name="Byline">Agency or author credit, or null.</param>
/// <param name="Dateline">Leading place and agency («دمشق-سانا»), or null.</param>
/// <param name="Sources">Agencies and others that byline and dateline credit with the article.</param>
/// <param name="Body">Everything after the title.</param>
public sealed record ArticleStructure(TextSpan Title, IReadOnlyList<TextSpan> Headlines, TextSpan? Byline, TextSpan? Dateline, IReadOnlyList<SourceCredit> Sources, TextSpan Body);
