using System.Globalization;
using Isnad.KnowledgeSource;

namespace Isnad.Cli;

/// <summary>Finds two persons who, by their terms, held an office at once that only one can hold.</summary>
internal static class TermCheck
{
    private const string Title = "title";
    private const string Person = "person";

    private sealed record Term(SourceRecord Role, string Holder, DateOnly Start, DateOnly End);

    public static IEnumerable<KnowledgeIssue> Run(IReadOnlyList<SourceRecord> records)
    {
        var single = records.Where(r => r.Kind == Title && Field(r, "single-holder") == "yes").Select(r => r.Headword).ToHashSet(StringComparer.Ordinal);
        var terms = from person in records.Where(r => r.Kind == Person)
                    from role in person.Children.Where(c => c.Name == "roles").SelectMany(c => c.Records)
                    where single.Contains(role.Headword) && Field(role, "country") is not null && Field(role, "rival") is null
                    group new Term(role, person.Headword, Latest(Field(role, "from")), Earliest(Field(role, "until")))
                    by (role.Headword, Field(role, "country"));
        return terms.SelectMany(office => Overlaps([.. office.OrderBy(t => t.Start)]));
    }

    // Only what is certain counts: a month stands for its last day at the beginning of a term and for its first at the end.
    private static IEnumerable<KnowledgeIssue> Overlaps(List<Term> terms)
    {
        for (var i = 1; i < terms.Count; i++)
        {
            var (before, after) = (terms.Take(i).Where(t => t.Holder != terms[i].Holder).MaxBy(t => t.End), terms[i]);
            if (before is not null && after.Start < before.End && after.Start < after.End)
            {
                yield return new(after.Role.File, after.Role.Line, "KH2023", $"«{after.Holder}» and «{before.Holder}» are both «{after.Role.Headword}» of {Field(after.Role, "country")} at once; correct a term, or write «rival: yes»");
            }
        }
    }

    private static string? Field(SourceRecord record, string name) => record.Fields.Where(f => f.Name == name).SelectMany(f => f.Values).FirstOrDefault();

    private static DateOnly Latest(string? from) => from is null ? DateOnly.MinValue : Days(from).Last;

    private static DateOnly Earliest(string? until) => until is null ? DateOnly.MaxValue : Days(until).First;

    private static (DateOnly First, DateOnly Last) Days(string iso)
    {
        if (DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (day, day);
        }

        return DateOnly.TryParseExact(iso, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? (month, month.AddMonths(1).AddDays(-1))
            : int.TryParse(iso, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 9999 ? (new(year, 1, 1), new(year, 12, 31))
            : (DateOnly.MinValue, DateOnly.MaxValue);
    }
}
