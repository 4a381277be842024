using System.Globalization;
using System.Text.Json;
using Isnad.Archive.Fusion;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Reads the sums that are kept.</summary>
internal sealed class KeptSums(Sql sql)
{
    /// <summary>How a question is covered by periods, for a facet of its scopes.</summary>
    /// <param name="coarsest">How coarse a period may be.</param>
    public PeriodCover Cover(KeptQuestion question, string facet, int coarsest = SumScopes.AllTime) =>
        PeriodCover.Of(question.Span, question.Span.IsOpen && coarsest == SumScopes.AllTime ? [] : Years(), coarsest, question.Scopes.Min(scope => SumScopes.Finest(scope, facet)));

    /// <summary>Events by facet and value within periods.</summary>
    public List<(string Facet, string Value, long Events)> ByValue(IReadOnlyList<string> scopes, IReadOnlyList<string> facets, IReadOnlyList<string> periods) => sql.Rows(
        $"SELECT facet, value, CAST(SUM(events) AS BIGINT) FROM sum_facet WHERE {Where()} GROUP BY facet, value",
        r => (r.GetString(0), r.GetString(1), r.GetInt64(2)), Values(scopes, facets, periods));

    /// <summary>Events by period and type.</summary>
    public List<(string Period, string Type, long Events)> ByTime(IReadOnlyList<string> scopes, IReadOnlyList<string> periods) => sql.Rows(
        $"SELECT period, value, CAST(SUM(events) AS BIGINT) FROM sum_facet WHERE {Where()} GROUP BY period, value",
        r => (r.GetString(0), r.GetString(1), r.GetInt64(2)), Values(scopes, ["type"], periods));

    /// <summary>The commonest values of all time, so many of each scope, and those that are as common as the last of them.</summary>
    public IEnumerable<(string Scope, string Value, long Events)> Commonest(IReadOnlyList<string> scopes, string facet, int most) => scopes.SelectMany(scope => sql.Rows(
        $"""
        SELECT value, events FROM sum_facet WHERE scope = @p1 AND facet = @p2 AND period = ''
        AND events >= COALESCE((SELECT events FROM sum_facet WHERE scope = @p1 AND facet = @p2 AND period = '' ORDER BY events DESC LIMIT 1 OFFSET {most - 1}), 0)
        """,
        r => (scope, r.GetString(0), r.GetInt64(1)), scope, facet));

    /// <summary>A search for the values of a facet within periods, each with its events, as a part of a question with other values.</summary>
    public string Within(IReadOnlyList<string> scopes, string facet, IReadOnlyList<string> periods, List<object?> values)
    {
        var at = values.Count;
        values.AddRange(Values(scopes, [facet], periods));
        return $"SELECT value, events FROM sum_facet WHERE {Where(at)}";
    }

    private string Where(int at = 0) => string.Join(" AND ", new[] { "scope", "facet", "period" }.Select((column, i) => sql.Dialect.IsOneOf(column, $"@p{at + i + 1}")));

    private IEnumerable<int> Years() =>
        sql.Rows("SELECT value FROM sum_facet WHERE scope = '' AND facet = 'year' AND period = '' ORDER BY value", r => int.Parse(r.GetString(0), CultureInfo.InvariantCulture));

    private static object?[] Values(IReadOnlyList<string> scopes, IReadOnlyList<string> facets, IReadOnlyList<string> periods) =>
        [JsonSerializer.Serialize(scopes), JsonSerializer.Serialize(facets), JsonSerializer.Serialize(periods)];
}
