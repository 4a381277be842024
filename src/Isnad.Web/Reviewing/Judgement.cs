using Isnad.Archive.Pages;
using Isnad.Archive.Reviews;
using Microsoft.AspNetCore.Http;

namespace Isnad.Web.Reviewing;

/// <summary>What a reviewer says of an event, as a form sends it.</summary>
/// <param name="Action">accept, reject, merge, split, correct or undo.</param>
/// <param name="Key">The event that it is about; empty for an undo.</param>
/// <param name="Reports">The reports of it that are meant; none for all.</param>
/// <param name="Others">The events that are the same.</param>
/// <param name="Number">The review to take back.</param>
public sealed record Judgement(string Action, string Key, IReadOnlyList<string> Reports, IReadOnlyList<string> Others, string Field, string Value, string Note, long Number)
{
    private const int MostKeys = 200;
    private const int LongestKey = 200;
    private const int LongestValue = 1000;

    /// <summary>Nothing said yet.</summary>
    public static Judgement None { get; } = new("", "", [], [], "", "", "", 0);

    internal static Judgement Of(IFormCollection form) => new(
        Short(form["action"], LongestKey), Short(form["key"], LongestKey), Keys(form["report"]), Keys([.. form["other"], .. form["others"].ToString().Split((char[])[' ', '\n', '\r', ',', '،'], StringSplitOptions.RemoveEmptyEntries).Select(LastPart)]),
        Short(form["field"], LongestKey), Short(form["value"], LongestValue), Short(form["note"], LongestValue), long.TryParse(form["number"], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0);

    /// <summary>Keeps it; returns the number of the review.</summary>
    /// <exception cref="Isnad.Archive.ArchiveException">It is impossible.</exception>
    internal long Keep(ArchiveReviews reviews, ArchivePages pages, string reviewer)
    {
        var note = Note.Length > 0 ? Note : null;
        var (meant, reportsOnly) = Reports.Count > 0 ? (Reports, true) : ([Key], false);
        return Action switch
        {
            "accept" => reviews.Accept(meant, reviewer, note, reportsOnly),
            "reject" => reviews.Reject(meant, reviewer, note, reportsOnly),
            "correct" => reviews.Correct(meant, Field, Value, reviewer, note, reportsOnly),
            "split" => reviews.Split(Reports, reviewer, note),
            // Who points to a report of another event means that event.
            "merge" => reviews.Merge([.. Others.Prepend(Key).Select(key => pages.Event(key)?.Event.Key ?? key).Distinct(StringComparer.Ordinal)], reviewer, note),
            _ => reviews.Undo(Number, reviewer, note),
        };
    }

    private static IReadOnlyList<string> Keys(IEnumerable<string?> keys) => [.. keys.Where(k => k is { Length: > 0 and <= LongestKey }).Take(MostKeys).Select(k => k!)];

    // Whoever copies the address of an event means its key.
    private static string LastPart(string address) => Uri.UnescapeDataString(address.Split('/')[^1]);

    private static string Short(string? text, int longest) => (text ?? "").Trim() is var t && t.Length > longest ? t[..longest] : t;
}
