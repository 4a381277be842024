using System.Globalization;
using System.Text.Json;
using Isnad.Archive.Fusion;
using Isnad.Archive.Store;

namespace Isnad.Benchmarks;

/// <summary>
/// Fills an archive with any number of invented events: ten years, types, parties, places, outlets and words by Zipf's law, two
/// reports of each event in two outlets, numbers and speakers of some, and the sums that the archive keeps. The database makes the
/// rows itself, and its indexes when they are there. The same number gives the same archive.
/// </summary>
internal sealed class InventedArchive(Sql sql, Action<string> progress)
{
    public const int Days = 3650;
    public const int PartyCount = 5_000;
    public const int PlaceCount = 2_000;
    public const int OutletCount = 40;
    private const int WordCount = 20_000;
    private const int EventsAtOnce = 100_000;
    private const int Draws = 65_536;
    private static readonly string[] Types = ["ASSAULT", "CONSULT", "COERCE", "ACCUSE", "REQUEST", "SUPPORT", "AGREE", "REJECT", "AID", "PROTEST", "MOBILIZE", "SANCTION", "THREATEN", "RETREAT", "CONCEDE", "COOPERATE"];
    private static readonly string[] Countries = ["SYR", "YEM", "IRQ", "PSE", "LBN", "LBY", "SDN", "EGY", "SAU", "IRN", "TUR", "ISR", "USA", "RUS", "JOR", "TUN", "DZA", "MAR", "SOM", "QAT"];
    private static readonly string[] Sectors = ["GOV", "MIL", "REB", "CVL", "COP", "JRN"];
    private static readonly string[] Statuses = ["occurred", "occurred", "occurred", "occurred", "occurred", "occurred", "ongoing", "hypothetical", "scheduled", "negated"];
    private readonly Draw[] draws = DrawAll();

    public static DateOnly First { get; } = new(2014, 1, 1);

    /// <summary>The invented word of a rank; 1 is the commonest.</summary>
    public static string Word(int rank)
    {
        const string Letters = "بتجحدرسشطعفقمن";
        var word = "م";
        for (var rest = rank; rest > 0; rest /= Letters.Length)
        {
            word += Letters[rest % Letters.Length];
        }

        return word + "ي";
    }

    public void Fill(long events)
    {
        var isPostgres = sql.Dialect.Name == "postgres";
        // The rows are right by the way they are made; what a crash leaves half done is made anew.
        sql.Script(isPostgres ? "SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'" : "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000");
        var indexes = DropIndexes(isPostgres);
        Tables();
        for (long from = 1; from <= events; from += EventsAtOnce)
        {
            sql.Begin();
            Rows(from, Math.Min(events, from + EventsAtOnce - 1), events);
            sql.Commit();
        }

        progress("rows");
        foreach (var index in indexes)
        {
            sql.Script(index);
        }

        progress("indexes");
        Sums(events);
        progress("sums");
        sql.Script(isPostgres ? "VACUUM ANALYZE" : "PRAGMA analysis_limit = 10000; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
        progress("statistics");
    }

    private sealed record Draw(string Type, int Place, int Party, string Outlet, string Status, string Word);

    private static Draw[] DrawAll()
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, Draws).Select(_ => new Draw(
            Types[Zipf(random, Types.Length) - 1], Zipf(random, PlaceCount), Zipf(random, PartyCount), $"صحيفه {Zipf(random, OutletCount)}", Statuses[random.Next(Statuses.Length)], Word(Zipf(random, WordCount))))];
    }

    // Which draw an event has for a part of it: the moduli have no common factor, so that parts do not go together.
    private static string At(string id, int part) => part switch
    {
        0 => $"({id} * 48271) % 65521",
        1 => $"({id} * 69621) % 65519",
        2 => $"({id} * 16807) % 65497",
        3 => $"({id} * 39373) % 65479",
        _ => $"({id} * 30011 + {part * 7919}) % 65449",
    };

    private static Draw At(Draw[] draws, long id, int part) => draws[part switch
    {
        0 => id * 48271 % 65521,
        1 => id * 69621 % 65519,
        2 => id * 16807 % 65497,
        3 => id * 39373 % 65479,
        _ => ((id * 30011) + (part * 7919)) % 65449,
    }];

    private List<string> DropIndexes(bool isPostgres)
    {
        var indexes = isPostgres
            ? sql.Rows("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT IN (SELECT conname FROM pg_constraint) AND tablename NOT LIKE 'review%'", r => (r.GetString(0), r.GetString(1)))
            : sql.Rows("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name NOT LIKE 'review%'", r => (r.GetString(0), r.GetString(1)));
        foreach (var (name, _) in indexes)
        {
            sql.Script($"DROP INDEX {name}");
        }

        return indexes.ConvertAll(i => i.Item2);
    }

    private void Tables()
    {
        sql.Script("CREATE TEMP TABLE draw (n BIGINT PRIMARY KEY, type TEXT, place BIGINT, party BIGINT, outlet TEXT, status TEXT, word TEXT); CREATE TEMP TABLE on_day (n BIGINT PRIMARY KEY, day TEXT)");
        Insert("draw (n, type, place, party, outlet, status, word)", draws.Select((d, n) => new[] { Text(n), d.Type, Text(d.Place), Text(d.Party), d.Outlet, d.Status, d.Word }), "number text number number text text text");
        Insert("on_day (n, day)", Enumerable.Range(0, Days).Select(n => new[] { Text(n), DayRange.Text(First.AddDays(n)) }), "number text");
        sql.Begin();
        Insert("party (id, name, folded, type, country, sector, identity)", Enumerable.Range(1, PartyCount).Select(id => new[] { Text(id), $"جهه {id}", $"جهه {id}", "ORG", CountryOf(id), SectorOf(id), $"invented {id}" }), "number text text text text text text");
        Insert("place (id, name, folded, country, kind, latitude, longitude, identity)", Enumerable.Range(1, PlaceCount).Select(id => new[] { Text(id), $"بلده {id}", $"بلده {id}", CountryOf(id), "city", Text(12.0 + (id % 250 / 10.0)), Text(25.0 + (id % 350 / 10.0)), $"invented {id}" }), "number text text text text real real text");
        sql.Commit();
    }

    private void Insert(string columns, IEnumerable<string[]> rows, string kinds)
    {
        var values = string.Join(", ", kinds.Split(' ').Select((kind, at) => kind switch
        {
            "number" => $"CAST({sql.Dialect.Column(at)} AS BIGINT)",
            "real" => $"CAST({sql.Dialect.Column(at)} AS DOUBLE PRECISION)",
            _ => sql.Dialect.Column(at),
        }));
        foreach (var chunk in rows.Chunk(5000))
        {
            sql.Run($"INSERT INTO {columns} SELECT {values} FROM {sql.Dialect.Elements("@p1")}", JsonSerializer.Serialize(chunk));
        }
    }

    // Ten events of each article, and two articles of each event.
    private void Rows(long first, long last, long events)
    {
        var numbers = $"WITH RECURSIVE n (id) AS (SELECT CAST({first} AS BIGINT) UNION ALL SELECT id + 1 FROM n WHERE id < {last})";
        var articles = $"WITH RECURSIVE n (id) AS (SELECT CAST({((first - 1) / 10 * 2) + 1} AS BIGINT) UNION ALL SELECT id + 1 FROM n WHERE id < {((last - 1) / 10 * 2) + 2})";
        var day = $"JOIN on_day d ON d.n = n.id * {Days} / {events + 1}";
        sql.Script($"""
            {articles} INSERT INTO article (id, key, name, outlet, outlet_folded, published, title, text, engine, knowledge)
            SELECT n.id, 'invented-' || n.id, 'invented-' || n.id, o.outlet, o.outlet, d.day, 'خبر', 'خبر', '', ''
            FROM n JOIN draw o ON o.n = {At("n.id", 4)} JOIN on_day d ON d.n = n.id * 5 * {Days} / {events + 20};
            {articles} INSERT INTO article_words (rowid, words, stems)
            SELECT id, {Words("text")}, {Words("text")} FROM (SELECT n.id, {string.Join(" || ' ' || ", Enumerable.Range(0, 8).Select(w => $"w{w}.word"))} AS text
            FROM n {string.Join(" ", Enumerable.Range(0, 8).Select(w => $"JOIN draw w{w} ON w{w}.n = {At("n.id", 10 + w)}"))}) AS told;
            {numbers} INSERT INTO event (id, key, type, status, date, day, last_day, place_id, mentions, articles, outlets, origins, denied)
            SELECT n.id, 'invented-' || (1000000000 + n.id) || '-1', t.type, t.status, d.day, d.day, d.day, p.place, 2, 2, 2, 2, 0
            FROM n {day} JOIN draw t ON t.n = {At("n.id", 0)} JOIN draw p ON p.n = {At("n.id", 1)};
            """);
        sql.Script($"""
            INSERT INTO mention (id, key, article_id, ordinal, type, status, date, first_day, last_day, day, place_id, word, start_at, end_at, confidence, event_id)
            SELECT 2 * e.id - 2 + r.n, 'invented-' || (1000000000 + e.id) || '-' || r.n, (e.id - 1) / 10 * 2 + r.n, 1 + e.id % 10, e.type, e.status, e.day, e.day, e.day, e.day, e.place_id, 'خبر', 0, 3, 0.9, e.id
            FROM event e CROSS JOIN (SELECT 1 AS n UNION ALL SELECT 2) AS r WHERE e.id BETWEEN {first} AND {last} ORDER BY e.id, r.n;
            INSERT INTO participant (mention_id, role, rank, party_id)
            SELECT m.id, x.role, 0, CASE x.role WHEN 'actor' THEN a.party ELSE t.party END FROM mention m JOIN draw a ON a.n = {At("m.event_id", 2)} JOIN draw t ON t.n = {At("m.event_id", 3)}
            CROSS JOIN (SELECT 'actor' AS role UNION ALL SELECT 'target') AS x WHERE m.id BETWEEN {(2 * first) - 1} AND {2 * last} ORDER BY m.id, x.role;
            INSERT INTO count_claim (mention_id, rank, what, at_least, at_most)
            SELECT 2 * id, 0, 'dead', id % 30, id % 30 FROM event WHERE id BETWEEN {first} AND {last} AND type = 'ASSAULT';
            INSERT INTO report (id, article_id, ordinal, form, stance, cue)
            SELECT id, (id - 1) / 10 * 2 + 2, 1 + id % 10, 'statement', 'neutral', 'قال' FROM event WHERE id BETWEEN {first} AND {last} AND id % 4 = 0;
            INSERT INTO report_party (report_id, rank, party_id)
            SELECT e.id, 0, p.party FROM event e JOIN draw p ON p.n = {At("e.id", 5)} WHERE e.id BETWEEN {first} AND {last} AND e.id % 4 = 0;
            INSERT INTO report_mention (report_id, mention_id) SELECT id, 2 * id FROM event WHERE id BETWEEN {first} AND {last} AND id % 4 = 0;
            """);
    }

    private string Words(string text) => sql.Dialect.Name == "postgres" ? $"to_tsvector('simple', {text})" : text;

    private void Sums(long events)
    {
        var changes = new SumChanges();
        for (var id = 1L; id <= events; id++)
        {
            var (drawn, actor, target, place) = (At(draws, id, 0), At(draws, id, 2).Party, At(draws, id, 3).Party, At(draws, id, 1).Place);
            ToldParty[] parties = [new("actor", actor, CountryOf(actor), SectorOf(actor), null), new("target", target, CountryOf(target), SectorOf(target), null)];
            var article = ((id - 1) / 10 * 2) + 1;
            var where = new ToldPlace(place, CountryOf(place), $"بلده {place}");
            var told = new[] { article, article + 1 }.Select((a, at) => new ToldReport(drawn.Status, At(draws, a, 4).Outlet, at == 0, where, parties)).DistinctBy(report => report.Outlet);
            changes.Add(new(drawn.Type, DayRange.Text(First.AddDays((int)(id * Days / (events + 1)))), false, place, 2, [.. told]), 1);
        }

        sql.Begin();
        changes.Write(sql);
        sql.Commit();
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static string CountryOf(long id) => Countries[id % Countries.Length];

    private static string SectorOf(long id) => Sectors[id / Countries.Length % Sectors.Length];

    // A few are in most events and most in a few: 1/rank, by inverting the logarithm.
    private static int Zipf(Random random, int count) => Math.Min(count, (int)Math.Exp(random.NextDouble() * Math.Log(count + 1)));
}
