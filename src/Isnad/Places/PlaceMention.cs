using Isnad.Text;

namespace Isnad.Places;

/// <summary>A place name in the text.</summary>
/// <param name="Span">The name alone.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Name">As knowledge writes it.</param>
/// <param name="Country">ISO 3166 alpha-3, or null for what lies in several.</param>
/// <param name="Kind">city, district, province, region, country, water, site, continent.</param>
/// <param name="Entry">Id of the knowledge entry.</param>
public sealed record PlaceMention(TextSpan Span, int FirstToken, int EndToken, string Name, string? Country, string Kind, string Entry);
