using Isnad.Archive.Fusion;
using Isnad.Archive.Query;
using Isnad.Archive.Store;
using Isnad.Text;

namespace Isnad.Archive.Pages;

/// <summary>A query that kept sums answer: of everything, of types, or of one other value, within days or always.</summary>
/// <param name="Scopes">The scopes of <see cref="SumScopes"/>; an event is in one of them only.</param>
/// <param name="Span">The days to which it is held.</param>
internal sealed record KeptQuestion(IReadOnlyList<string> Scopes, QuestionSpan Span)
{
    /// <summary>The query as such a question; null where it asks for more.</summary>
    public static KeptQuestion? Of(EventQuery query, Sql sql)
    {
        var parts = QuestionSpan.Parts(query.Root);
        var span = QuestionSpan.Of(query.Root);
        var others = parts.Where(part => default(QuestionSpan).And(part).IsOpen).ToList();
        return others switch
        {
            [] => new([SumScopes.Everything], span),
            [QueryNode.Field { Operator: "", Name.Name: "type" } type] => new([.. type.Values.Distinct(StringComparer.Ordinal).Select(t => $"type:{t}")], span),
            [QueryNode.Field { Operator: "", Name.Name: ("status" or "place" or "actor" or "target" or "party" or "outlet") and var field, Values: [var value] }] when Scope(field, value, sql) is { } scope => new([scope], span),
            _ => null,
        };
    }

    /// <summary>True where the facet is kept for periods as fine as this, of <see cref="SumScopes"/>.</summary>
    public bool Keeps(string facet, int finest) => Scopes.All(scope => SumScopes.Finest(scope, facet) >= finest);

    // Names are found by their words, and codes alone by what is counted.
    private static string? Scope(string field, string value, Sql sql)
    {
        if (field is "status" || (field != "outlet" && value.Length == 3 && value.All(char.IsAsciiLetterUpper)))
        {
            return $"{field}:{value}";
        }

        if (field != "outlet")
        {
            return null;
        }

        var folded = ArabicFolding.Fold(value);
        var outlets = sql.Rows("SELECT value FROM sum_facet WHERE scope = '' AND facet = 'outlet' AND period = ''", r => r.GetString(0));
        return outlets.FindAll(outlet => ArabicFolding.Fold(outlet).Contains(folded, StringComparison.Ordinal)) is [var only] ? $"outlet:{only}" : null;
    }
}
