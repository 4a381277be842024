using Isnad.Archive.Query;
using Isnad.Formats.Export;

namespace Isnad.Archive.Export;

/// <summary>An event at a glance, for a terminal: one field per line, codes first, Arabic at the end.</summary>
public static class EventSummary
{
    private const int MostParties = 4;

    public static string Write(StoredEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var text = new TerminalText();
        text.Head($"{e.Date ?? "undated"}  {(e.Claim ? "claimed: " : "")}{e.Status}  {e.Type}{(e.Mode is null ? "" : "/" + e.Mode)}: {Labels.EventTypes.English(e.Type)}");
        text.Field("key", e.Key);
        People(text, "who", e.Actors);
        People(text, "whom", e.Targets);
        if (e.Place is { } place)
        {
            text.Field("where", $"{place.Country ?? "-",-3}  {place.Name}".TrimEnd());
        }

        foreach (var claim in e.Claims)
        {
            text.Field("how many", $"{CountText(claim)} {Labels.Counts.English(claim.What)}, {(claim.Says is null ? "the outlet itself" : $"according to {Name(claim.Says)}")}");
        }

        foreach (var what in e.Disagreements)
        {
            text.Field("disputed", $"the numbers of {Labels.Counts.English(what)} exclude each other");
        }

        foreach (var denial in e.Denials)
        {
            text.Field("denied", denial.Says is null ? "somebody not named" : Name(denial.Says));
        }

        text.Field("told by", $"{Counted(e.Articles, "article")}, {Counted(e.Outlets, "outlet")}, {Counted(e.Origins, "independent origin")}");
        foreach (var article in e.Reports.Select(r => r.Article).DistinctBy(a => a.Key))
        {
            text.Field("", $"{article.Published ?? "undated"}  {TerminalText.Quote(article.Outlet is null ? article.Title : $"{article.Outlet}: {article.Title}")}");
        }

        return text.ToString();
    }

    private static void People(TerminalText text, string label, IReadOnlyList<StoredParty> parties)
    {
        foreach (var (party, at) in parties.Take(MostParties).Select((p, i) => (p, i)))
        {
            text.Field(at == 0 ? label : "", Name(party));
        }
    }

    private static string Name(StoredParty party) => $"{party.Country ?? "-",-3} {party.Sector ?? "-",-3}  {party.NameEn ?? party.Name}";

    private static string CountText(StoredClaim count) => (count.Min, count.Max) switch
    {
        ({ } min, null) => $"{min} or more",
        (null, { } max) => $"up to {max}",
        ({ } min, { } max) when min != max => $"{min}–{max}",
        _ => $"{count.Min}",
    };

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
