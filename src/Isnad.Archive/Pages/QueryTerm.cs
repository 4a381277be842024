using Isnad.Archive.Query;

namespace Isnad.Archive.Pages;

/// <summary>Writes a term of the query language, such as pages link to.</summary>
public static class QueryTerm
{
    /// <summary>A field with a value, quoted where it must be: <c>outlet:"وكالة الشمال"</c>.</summary>
    public static string Of(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new QueryNode.Field(QueryFields.Find(field) ?? throw new ArgumentException($"there is no field «{field}»", nameof(field)), "", [value]).ToString();
    }
}
