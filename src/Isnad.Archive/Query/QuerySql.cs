using System.Globalization;
using Isnad.Archive.Fusion;
using Isnad.Archive.Store;
using Isnad.Text;

namespace Isnad.Archive.Query;

/// <summary>
/// Writes a query as an SQL condition on a report of an event: <c>m</c> the mention, <c>a</c> its article, <c>pl</c> its place, <c>e</c> the event.
/// Every value is a parameter.
/// </summary>
/// <param name="looksOnly">
/// Written for the reports of a few events, one after the other: what belongs to a report is looked up for it, and not searched for as a whole.
/// </param>
/// <param name="searched">The part of it that is searched for all the same, because it finds few.</param>
internal sealed class QuerySql(SqlDialect dialect, NewsEngine engine, NameIndex names, bool looksOnly = false, QueryNode? searched = null)
{
    private readonly List<object?> values = [];
    private bool isSearching;

    /// <summary>The article of a report, which every report has.</summary>
    public const string Article = " JOIN article a ON a.id = m.article_id";

    /// <summary>The tables that the condition speaks of.</summary>
    public const string Tables = $"mention m{Article} LEFT JOIN place pl ON pl.id = m.place_id LEFT JOIN event e ON e.id = m.event_id";

    public static (string Condition, List<object?> Values) Compile(EventQuery query, SqlDialect dialect, NewsEngine engine, NameIndex names, bool looksOnly = false, QueryNode? searched = null)
    {
        var (conditions, values) = Compile([query.Root], dialect, engine, names, looksOnly, searched);
        return (conditions[0], values);
    }

    /// <summary>The conditions of several queries that are asked together.</summary>
    public static (IReadOnlyList<string> Conditions, List<object?> Values) Compile(IReadOnlyList<QueryNode> nodes, SqlDialect dialect, NewsEngine engine, NameIndex names, bool looksOnly = false, QueryNode? searched = null)
    {
        var sql = new QuerySql(dialect, engine, names, looksOnly, searched);
        return ([.. nodes.Select(sql.Condition)], sql.values);
    }

    /// <summary>A search for the reports that a part of a query finds, one after the other as an index has them; null where none serves it.</summary>
    public static (string Search, List<object?> Values)? Search(QueryNode part, SqlDialect dialect, NewsEngine engine)
    {
        if (part is not QueryNode.Field { Name.Name: var name } field || name is not ("actor" or "target" or "party" or "place" or "said-by" or "via"))
        {
            return null;
        }

        var sql = new QuerySql(dialect, engine, NameIndex.Of(engine.Knowledge));
        return (string.Join(" UNION ALL ", field.Values.Select(value => name switch
        {
            "place" => $"SELECT m.id FROM mention m WHERE m.place_id IN ({sql.Places(value)})",
            "said-by" or "via" => $"SELECT rm.mention_id FROM report_party rp JOIN report_mention rm ON rm.report_id = rp.report_id WHERE rp.rank {(name == "via" ? ">" : "=")} 0 AND rp.party_id IN ({sql.Parties(value)})",
            "party" => $"SELECT x.mention_id FROM participant x WHERE x.party_id IN ({sql.Parties(value)})",
            _ => $"SELECT x.mention_id FROM participant x WHERE x.role = '{name}' AND x.party_id IN ({sql.Parties(value)})",
        })), sql.values);
    }

    /// <summary>A search for the rows of <c>party</c> that a name means.</summary>
    public static (string Search, List<object?> Values) Parties(string name, SqlDialect dialect, NewsEngine engine)
    {
        var sql = new QuerySql(dialect, engine, NameIndex.Of(engine.Knowledge));
        return (sql.Parties(name), sql.values);
    }

    /// <summary>A search for the rows of <c>place</c> that a name means.</summary>
    public static (string Search, List<object?> Values) Places(string name, SqlDialect dialect, NewsEngine engine)
    {
        var sql = new QuerySql(dialect, engine, NameIndex.Of(engine.Knowledge));
        return (sql.Places(name), sql.values);
    }

    private string Condition(QueryNode node)
    {
        if (!ReferenceEquals(node, searched))
        {
            return Written(node);
        }

        isSearching = true;
        var condition = Written(node);
        isSearching = false;
        return condition;
    }

    private string Written(QueryNode node) => node switch
    {
        QueryNode.Words words => Words(words.Text),
        QueryNode.Field field => Either(field.Values.Select(value => Field(field.Name.Name, field.Operator, value))),
        // What is unknown is not so.
        QueryNode.Not not => $"NOT COALESCE({Condition(not.Of)}, FALSE)",
        QueryNode.All { Of: [] } => "TRUE",
        QueryNode.All all => $"({string.Join(" AND ", all.Of.Select(Condition))})",
        QueryNode.Any any => Either(any.Of.Select(Condition)),
        _ => throw new InvalidOperationException($"no SQL for {node.GetType().Name}"),
    };

    private string Field(string field, string comparison, string value) => field switch
    {
        "type" => $"m.type = {Value(value)}",
        "mode" => $"m.mode = {Value(value)}",
        "status" => $"m.status = {Value(value)}",
        "actor" => Participant("x.role = 'actor' AND ", value),
        "target" => Participant("x.role = 'target' AND ", value),
        "party" => Participant("", value),
        // There are few places and many reports, so the places are found first.
        "place" => $"{(looksOnly && !isSearching ? dialect.LookedAt : "")}m.place_id IN ({Places(value)})",
        "outlet" => Outlet(ArabicFolding.Fold(value)),
        "said-by" => Reported("rp.rank = 0", value),
        "via" => Reported("rp.rank > 0", value),
        "stance" => Of("rm.mention_id", "report_mention rm JOIN report r ON r.id = rm.report_id", $"r.stance = {Value(value)}"),
        "denied" => value == "yes" ? "e.denied = 1" : "e.denied = 0",
        "claim" => value == "yes" ? "e.claim = 1" : "e.claim = 0",
        "reviewed" => value == "yes" ? "m.verdict IS NOT NULL" : "m.verdict IS NULL",
        "since" => Since(First(value)),
        "until" => $"e.day <= {Value(Last(value))}",
        "on" => $"(e.day <= {Value(Last(value))} AND {Since(First(value))})",
        "published" => $"(a.published >= {Value(First(value))} AND a.published <= {Value(Last(value))})",
        "origins" => $"e.origins {(comparison.Length == 0 ? "=" : comparison)} {Value(Number(value))}",
        "outlets" => $"e.outlets {(comparison.Length == 0 ? "=" : comparison)} {Value(Number(value))}",
        "killed" => Count("dead", comparison, value),
        _ => Count(field, comparison, value),
    };

    // A whole name means that outlet and no other whose name is longer.
    private string Outlet(string folded)
    {
        var (whole, part) = (Value(folded), Value($"%{Escape(folded)}%"));
        return $"(a.outlet_folded = {whole} OR (a.outlet_folded LIKE {part} ESCAPE '!' AND NOT EXISTS (SELECT 1 FROM article o WHERE o.outlet_folded = {whole})))";
    }

    private string Words(string text)
    {
        var phrase = SearchWords.Phrase(engine, text);
        return phrase.IsEmpty ? "FALSE" : dialect.HasWords(phrase, Value);
    }

    // An event of several days is also found by its later ones; written so that an index serves either half.
    private string Since(string first) => $"(e.day >= {Value(first)} OR (e.last_day >= {Value(first)} AND e.last_day > e.day))";

    private string Participant(string role, string name) => Of("x.mention_id", "participant x", $"{role}{Unsearched}x.party_id IN ({Parties(name)})");

    private string Reported(string rank, string name) =>
        Of("rm.mention_id", "report_mention rm JOIN report_party rp ON rp.report_id = rm.report_id", $"{rank} AND {Unsearched}rp.party_id IN ({Parties(name)})");

    // Of one mention the few parties are looked at: SQLite would rather look in an index for each of the many parties that a name may mean.
    private string Unsearched => looksOnly && !isSearching ? "+" : "";

    // Something that belongs to the mention.
    private string Of(string mention, string tables, string condition) => looksOnly && !isSearching
        ? $"EXISTS (SELECT 1 FROM {tables} WHERE {mention} = m.id AND {condition})"
        : $"m.id IN (SELECT {mention} FROM {tables} WHERE {condition})";

    /// <summary>A search for the parties that a name means: a code, an entry of the knowledge by any of its names, or a word of the name.</summary>
    private string Parties(string name)
    {
        if (IsCode(name))
        {
            var code = Value(name);
            return $"SELECT p.id FROM party p WHERE p.country = {code} OR p.sector = {code}";
        }

        // «actors/states#TUR»: the entry of the knowledge itself, as pages link to it.
        if (name.Contains('#', StringComparison.Ordinal))
        {
            return $"SELECT p.id FROM party p WHERE p.known = {Value(name)}";
        }

        var folded = ArabicFolding.Fold(name);
        var ways = names.Entries(folded).Select(entry => $"p.known = {Value(entry)}").ToList();
        ways.Add(HasWord("p.folded", folded));
        if (folded.Any(char.IsAsciiLetter))
        {
            ways.Add($"LOWER(p.name_en) LIKE {Value($"%{Escape(folded)}%")} ESCAPE '!'");
        }

        return $"SELECT p.id FROM party p WHERE {string.Join(" OR ", ways)}";
    }

    private string Places(string name)
    {
        if (IsCode(name))
        {
            return $"SELECT p.id FROM place p WHERE p.country = {Value(name)}";
        }

        if (name.Contains('#', StringComparison.Ordinal))
        {
            return $"SELECT p.id FROM place p WHERE p.known = {Value(name)}";
        }

        var folded = ArabicFolding.Fold(name);
        var named = HasWord("p.folded", folded);
        return $"SELECT p.id FROM place p WHERE {(names.Country(folded) is { } country ? $"{named} OR p.country = {Value(country)}" : named)}";
    }

    // «إدلب» in «ريف إدلب», «مرصد» in «المرصد السوري»: whole words, with or without the article.
    private string HasWord(string column, string folded)
    {
        var bare = SumScopes.Bare(folded);
        return Either(new[] { bare, SumScopes.Article + bare }.Select(word => $"' ' || {column} || ' ' LIKE {Value($"% {Escape(word)} %")} ESCAPE '!'"));
    }

    // The number that a report gives; «أكثر من 12» is more than 11, and not surely more than 12.
    private string Count(string what, string comparison, string value)
    {
        var number = Value(Number(value));
        var condition = comparison switch
        {
            ">" or ">=" => $"c.at_least {comparison} {number}",
            "<" or "<=" => $"c.at_most {comparison} {number}",
            _ => $"(c.at_least = {number} OR c.at_most = {number})",
        };
        return Of("c.mention_id", "count_claim c", $"c.what = {Value(what)} AND {condition}");
    }

    private string Value(object value)
    {
        values.Add(value);
        return $"@p{values.Count}";
    }

    private static string Either(IEnumerable<string> conditions) => $"({string.Join(" OR ", conditions)})";

    private static string First(string date) => DayRange.Text(DayRange.Of(date)!.Value.First);

    private static string Last(string date) => DayRange.Text(DayRange.Of(date)!.Value.Last);

    private static long Number(string value) => long.Parse(value, CultureInfo.InvariantCulture);

    internal static bool IsCode(string value) => value.Length == 3 && value.All(char.IsAsciiLetterUpper);

    private static string Escape(string text) => text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
