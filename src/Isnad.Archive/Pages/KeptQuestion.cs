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
    public static KeptQuestion? Of(EventQuery query, NewsArchive archive, NewsEngine engine)
    {
        var parts = QuestionSpan.Parts(query.Root);
        var span = QuestionSpan.Of(query.Root);
        var others = parts.Where(part => default(QuestionSpan).And(part).IsOpen).ToList();
        return others switch
        {
            [] => new([SumScopes.Everything], span),
            [QueryNode.Field { Operator: "", Name.Name: "type" } type] => new([.. type.Values.Distinct(StringComparer.Ordinal).Select(t => $"type:{t}")], span),
            [QueryNode.Field { Operator: "", Name.Name: ("status" or "place" or "actor" or "target" or "party" or "outlet") and var field, Values: [var value] }] when Scope(field, value, archive.Sql, engine) is { } scope => new([scope], span),
            _ => null,
        };
    }

    /// <summary>True where the facet is kept for periods as fine as this, of <see cref="SumScopes"/>.</summary>
    public bool Keeps(string facet, int finest) => Scopes.All(scope => SumScopes.Finest(scope, facet) >= finest);

    /// <summary>True where the facet answers it, and does so without what reports would have to be looked at for.</summary>
    public bool Answers(string facet) => Keeps(facet, Span.IsOpen ? SumScopes.AllTime : SumScopes.Months);

    /// <summary>The scope of the rows of <c>party</c> that a name means; null where they are those of no single scope.</summary>
    /// <param name="field">actor, target or party.</param>
    public static string? OfParty(string field, string name, IReadOnlyList<long> rows, Sql sql)
    {
        if (QuerySql.IsCode(name))
        {
            return $"{field}:{name}";
        }

        var entities = sql.Rows($"SELECT p.id, p.known FROM party p WHERE p.id IN ({sql.Dialect.Ids("@p1")})", r => ToldParty.EntityOf(r.TextOrNull(1), r.GetInt64(0)), MentionReader.Ids(rows));
        // An entry may have other rows, which have other names.
        return entities.Distinct().ToList() is [var entity] && (entity.StartsWith('#') || sql.Number("SELECT COUNT(*) FROM party WHERE known = @p1", entity) == entities.Count) ? $"{field}:{entity}" : null;
    }

    /// <summary>The scope of the places that a name means; null where they are those of no single scope.</summary>
    public static string? OfPlace(string name, Sql sql, NewsEngine engine)
    {
        if (QuerySql.IsCode(name))
        {
            return $"place:{name}";
        }

        var folded = ArabicFolding.Fold(name);
        var bare = SumScopes.Bare(folded);
        // What begins with an article twice is searched for.
        if (name.Contains('#', StringComparison.Ordinal) || bare.Length == 0 || SumScopes.Bare(bare) != bare)
        {
            return null;
        }

        var (search, values) = QuerySql.Places(name, sql.Dialect, engine);
        var rows = sql.Rows($"SELECT p.folded, p.country FROM place p WHERE p.id IN ({search})", r => (Name: r.GetString(0), Country: r.TextOrNull(1)), [.. values]);
        if (NameIndex.Of(engine.Knowledge).Country(folded) is { } country)
        {
            return rows.TrueForAll(r => r.Country == country) ? $"place:{country}" : null;
        }

        // A word is found in every name; several are the whole name or a part of a longer one.
        return !bare.Contains(' ', StringComparison.Ordinal) || rows.TrueForAll(r => SumScopes.NamesOf(r.Name).Contains(bare)) ? SumScopes.PlaceNamed + bare : null;
    }

    // Names are found by their words, and codes alone by what is counted.
    private static string? Scope(string field, string value, Sql sql, NewsEngine engine)
    {
        if (field == "status")
        {
            return $"{field}:{value}";
        }

        if (field == "place")
        {
            return OfPlace(value, sql, engine);
        }

        if (field != "outlet")
        {
            var (search, values) = QuerySql.Parties(value, sql.Dialect, engine);
            return OfParty(field, value, QuerySql.IsCode(value) ? [] : sql.Rows(search, r => r.GetInt64(0), [.. values]), sql);
        }

        var folded = ArabicFolding.Fold(value);
        var outlets = sql.Rows("SELECT value FROM sum_facet WHERE scope = '' AND facet = 'outlet' AND period = ''", r => r.GetString(0));
        var isWhole = sql.Value("SELECT 1 FROM article WHERE outlet_folded = @p1 LIMIT 1", folded) is not null;
        return outlets.FindAll(outlet => ArabicFolding.Fold(outlet) is var other && (isWhole ? other == folded : other.Contains(folded, StringComparison.Ordinal))) is [var only] ? $"outlet:{only}" : null;
    }
}
