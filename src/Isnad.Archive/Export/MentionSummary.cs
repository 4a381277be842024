using Isnad.Archive.Query;
using Isnad.Formats.Export;

namespace Isnad.Archive.Export;

/// <summary>A mention at a glance, for a terminal: one field per line, codes first, Arabic at the end.</summary>
public static class MentionSummary
{
    public static string Write(StoredMention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var text = new TerminalText();
        text.Head($"{mention.Date ?? "undated"}  {mention.Status}  {mention.Type}{(mention.Mode is null ? "" : "/" + mention.Mode)}: {Labels.EventTypes.English(mention.Type)}");
        foreach (var actor in mention.Actors)
        {
            text.Field("who", Name(actor));
        }

        foreach (var target in mention.Targets)
        {
            text.Field("whom", Name(target));
        }

        if (mention.Place is { } place)
        {
            text.Field("where", $"{place.Country ?? "-",-3}  {place.Name}".TrimEnd());
        }

        foreach (var count in mention.Counts)
        {
            text.Field("how many", $"{CountText(count)} {Labels.Counts.English(count.What)}");
        }

        foreach (var report in mention.Reports)
        {
            text.Field("said by", $"{(report.Stance == "neutral" ? "" : $"(the outlet {Labels.Stances.English(report.Stance)}) ")}{(report.Speaker is null ? "not named" : Name(report.Speaker))}");
        }

        text.Field("outlet", $"{mention.Article.Published ?? "undated"}  {mention.Article.Outlet ?? "-"}");
        text.Field("title", TerminalText.Quote(mention.Article.Title));
        return text.ToString();
    }

    internal static string Name(StoredParty party) => $"{party.Country ?? "-",-3} {party.Sector ?? "-",-3}  {party.NameEn ?? party.Name}";

    internal static string CountText(StoredCount count) => (count.Min, count.Max) switch
    {
        ({ } min, null) => $"{min} or more",
        (null, { } max) => $"up to {max}",
        ({ } min, { } max) when min != max => $"{min}–{max}",
        _ => $"{count.Min}",
    };
}
