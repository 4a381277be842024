using System.Globalization;
using Isnad.Knowledge;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>What somebody is on a day.</summary>
/// <param name="IsSure">Whether knowledge says so of that very day; else what the text calls them counts more.</param>
internal readonly record struct Standing(string? Country, string? Sector, bool IsSure);

/// <summary>Who held which office of which country when, from the dated roles of persons.</summary>
internal sealed class OfficeHolders
{
    private readonly Dictionary<(string Role, string Country), List<(KnowledgeRecord Person, DateOnly From, DateOnly Until)>> holders = [];

    // «القيادي» and «المبعوث» are many: only the holder of an office that one holds at a time is meant by its title.
    private readonly HashSet<string> single;

    public OfficeHolders(KnowledgeBase knowledge)
    {
        single = [.. knowledge.OfKind("title").Where(t => t.Is("single-holder")).SelectMany(t => t.Values("also").Prepend(t.Headword)).Select(t => ArabicFolding.Fold(t))];
        foreach (var person in knowledge.OfKind("person"))
        {
            foreach (var role in person.Children("roles"))
            {
                if (role["country"] is { } country && single.Contains(ArabicFolding.Fold(role.Headword)))
                {
                    var key = (ArabicFolding.Fold(role.Headword), country);
                    (holders.TryGetValue(key, out var list) ? list : holders[key] = []).Add((person, Day(role["from"], first: true), Day(role["until"], first: false)));
                }
            }
        }
    }

    /// <summary>The one person known to have held an office on a day; null where none or several did.</summary>
    public KnowledgeRecord? On(string role, string country, DateOnly day)
    {
        if (!holders.TryGetValue((role, country), out var list))
        {
            return null;
        }

        var on = list.Where(h => h.From <= day && day <= h.Until).Select(h => h.Person).Distinct().Take(2).ToList();
        return on.Count == 1 ? on[0] : null;
    }

    /// <summary>The offices that a person held on a day and nobody else; every one of them where the day is unknown.</summary>
    public IEnumerable<KnowledgeRecord> SingleHeldBy(KnowledgeRecord person, DateOnly? day) => person.Children("roles").Where(role =>
        single.Contains(ArabicFolding.Fold(role.Headword)) && (day is not { } d || (Day(role["from"], first: true) <= d && d <= Day(role["until"], first: false))));

    /// <summary>
    /// What a person or body was on a day: country and sector of the role then held; after the last role of a person an élite
    /// without office (ELI); else what the entry says as such.
    /// </summary>
    public static Standing Standing(KnowledgeRecord record, DateOnly? day)
    {
        var roles = record.Children("roles");
        var dated = roles.Select(r => (Role: r, From: Day(r["from"], first: true), Until: Day(r["until"], first: false))).ToList();
        var held = dated.Where(r => day is not { } d || (r.From <= d && d <= r.Until)).OrderByDescending(r => r.From).Select(r => r.Role).FirstOrDefault();
        if (held is not null)
        {
            return new(held["country"] ?? record["country"], held["sector"] ?? record["sector"], true);
        }

        var country = record["country"] ?? roles.Select(r => r["country"]).FirstOrDefault(c => c is not null);
        if (record["sector"] is { } own)
        {
            return new(country, own, true);
        }

        var isFormer = day is { } now && dated.Count > 0 && dated.TrueForAll(r => r.Until < now);
        return new(country, isFormer ? "ELI" : roles.Select(r => r["sector"]).FirstOrDefault(s => s is not null), false);
    }

    /// <summary>The roles that a person holds on a day, the latest first; all where the day is unknown.</summary>
    public static IReadOnlyList<KnowledgeRecord> HeldBy(KnowledgeRecord person, DateOnly? day) =>
        [.. person.Children("roles").Where(r => day is not { } d || (Day(r["from"], first: true) <= d && d <= Day(r["until"], first: false))).OrderByDescending(r => Day(r["from"], first: true))];

    /// <summary>The last day of the last role, or null where one has no end or there is none.</summary>
    public static DateOnly? LastDay(KnowledgeRecord person) =>
        person.Children("roles").Select(r => Day(r["until"], first: false)).DefaultIfEmpty(DateOnly.MaxValue).Max() is var last && last < DateOnly.MaxValue ? last : null;

    /// <summary>Whether a role is what a title calls it: «وزير الدفاع» for «وزير الدفاع».</summary>
    /// <param name="role">The role.</param>
    /// <param name="title">Folded lemma of the title, or null.</param>
    public static bool IsCalled(KnowledgeRecord role, string? title) => title is not null && ArabicFolding.Fold(role.Headword) == title;

    // Years and months stand for their first or last day.
    internal static DateOnly Day(string? iso, bool first)
    {
        if (iso is null)
        {
            return first ? DateOnly.MinValue : DateOnly.MaxValue;
        }

        if (DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        if (DateOnly.TryParseExact(iso, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return first ? month : month.AddMonths(1).AddDays(-1);
        }

        return int.TryParse(iso, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 9999
            ? first ? new(year, 1, 1) : new(year, 12, 31)
            : first ? DateOnly.MinValue : DateOnly.MaxValue;
    }
}
