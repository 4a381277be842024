using System.Globalization;
using Isnad.Archive.Reviews;
using Isnad.Formats.Export;

namespace Isnad.Archive.Export;

/// <summary>A review for a terminal: number, when, what, by whom, and of which reports.</summary>
public static class ReviewSummary
{
    public static string Write(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var text = new TerminalText();
        var of = review.Undoes is { } undone ? string.Create(CultureInfo.InvariantCulture, $" {undone}") : review.Field is null ? "" : $" {review.Field}";
        text.Head(string.Create(CultureInfo.InvariantCulture, $"{review.Number}  {review.MadeAt}  {review.Action}{of}{(review.IsUndone ? "  (taken back)" : "")}  by {review.Reviewer}"));
        if (review.Value is not null)
        {
            text.Field("is", review.Value.Length > 0 ? review.Value : "nothing");
        }

        if (review.Note is not null)
        {
            text.Field("because", TerminalText.Quote(review.Note));
        }

        foreach (var target in review.Targets)
        {
            text.Field(target.Side == 1 ? "out" : "of", target.Mention);
        }

        return text.ToString();
    }
}
