using System.Globalization;
using Isnad.Archive.Fusion;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Reads the kept sums whose values are rows of <c>party</c> beside something else: a role or a type.</summary>
internal sealed class KeptParties(Sql sql)
{
    /// <summary>The commonest of a facet of a scope; of as common ones, those whose identity comes first.</summary>
    public IEnumerable<(StoredParty Party, string Beside, long Events)> Commonest(string scope, string facet, int most)
    {
        var values = new KeptSums(sql).Commonest([scope], facet, most).Select(v => (Parts: v.Value.Split(SumScopes.Between), v.Events)).Select(v => (Beside: v.Parts[0], Row: Number(v.Parts[1]), v.Events)).ToList();
        var parties = Rows(values.Select(v => v.Row).Distinct());
        return values.Select(v => (parties[v.Row].Party, v.Beside, v.Events, parties[v.Row].Identity)).OrderByDescending(v => v.Events)
            .ThenBy(v => v.Identity, StringComparer.Ordinal).ThenBy(v => v.Beside, StringComparer.Ordinal).Take(most).Select(v => (v.Party, v.Beside, v.Events));
    }

    /// <summary>Rows of <c>party</c> by their numbers.</summary>
    public Dictionary<long, (StoredParty Party, string Identity)> Rows(IEnumerable<long> ids) => sql.Rows(
        $"SELECT p.name, p.name_en, p.type, p.country, p.sector, p.known, p.id, p.identity FROM party p WHERE p.id IN ({sql.Dialect.Ids("@p1")})",
        r => (Id: r.GetInt64(6), Row: (r.Party(0), r.GetString(7))), MentionReader.Ids(ids)).ToDictionary(p => p.Id, p => p.Row);

    private static long Number(string value) => long.Parse(value, CultureInfo.InvariantCulture);
}
