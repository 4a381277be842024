namespace Isnad.Formats.Html;

/// <summary>A finding in the article's text.</summary>
/// <param name="Class">Kind of mark: a class of the style sheet and a line of the legend.</param>
/// <param name="Note">Why it is marked, as HTML; empty where the mark says enough.</param>
/// <param name="Tag">Short label after the words, as HTML; empty for none.</param>
/// <param name="IsAnchor">Whether cards below link to it.</param>
internal sealed record FindingMark(int Start, int End, string Class, string Note, string Tag = "", bool IsAnchor = false);
