using System.Globalization;
using Isnad.Archive.Store;

namespace Isnad.Benchmarks;

/// <summary>
/// Fills an archive with any number of invented events: ten years, parties and places by Zipf's law, two reports of each event,
/// and the sums that the archive keeps. The same number gives the same archive.
/// </summary>
internal sealed class InventedArchive(Sql sql)
{
    public const int Days = 3650;
    private const int PartyCount = 5_000;
    private const int PlaceCount = 2_000;
    private const int MentionsPerArticle = 10;
    private const int PerTransaction = 20_000;
    private static readonly string[] Types = ["ASSAULT", "CONSULT", "COERCE", "ACCUSE", "REQUEST", "SUPPORT", "AGREE", "REJECT", "AID", "PROTEST", "MOBILIZE", "SANCTION", "THREATEN", "RETREAT", "CONCEDE", "COOPERATE"];
    private static readonly string[] Countries = ["SYR", "YEM", "IRQ", "PSE", "LBN", "LBY", "SDN", "EGY", "SAU", "IRN", "TUR", "ISR", "USA", "RUS", "JOR", "TUN", "DZA", "MAR", "SOM", "QAT"];
    private static readonly string[] Sectors = ["GOV", "MIL", "REB", "CVL", "COP", "JRN"];
    private readonly Dictionary<(string, string, string), long> days = [];
    private readonly Dictionary<(string, long, string), long> places = [];
    private readonly Dictionary<(string, string, string, string), long> dyads = [];
    private readonly Random random = new(11);

    public static DateOnly First { get; } = new(2014, 1, 1);

    public void Fill(long events)
    {
        Parties();
        long article = 0, mention = 0;
        for (long from = 0; from < events; from += PerTransaction)
        {
            sql.Begin();
            for (var id = from + 1; id <= Math.Min(events, from + PerTransaction); id++)
            {
                Event(id, events, ref article, ref mention);
            }

            sql.Commit();
        }

        Sums();
        sql.Script("ANALYZE");
    }

    private void Parties()
    {
        sql.Begin();
        for (var id = 1; id <= PartyCount; id++)
        {
            sql.Run(
                "INSERT INTO party (id, name, folded, type, country, sector, identity) VALUES (@p1, @p2, @p2, 'ORG', @p3, @p4, @p5)",
                id, $"جهه {id}", CountryOf(id), SectorOf(id), $"invented {id}");
        }

        for (var id = 1; id <= PlaceCount; id++)
        {
            sql.Run(
                "INSERT INTO place (id, name, folded, country, kind, latitude, longitude, identity) VALUES (@p1, @p2, @p2, @p3, 'city', @p4, @p5, @p6)",
                id, $"بلده {id}", CountryOf(id), 12.0 + (id % 250 / 10.0), 25.0 + (id % 350 / 10.0), $"invented {id}");
        }

        sql.Commit();
    }

    private void Event(long id, long events, ref long article, ref long mention)
    {
        var day = First.AddDays((int)(id * Days / (events + 1))).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var type = Types[Zipf(Types.Length) - 1];
        var (place, actor, target) = (Zipf(PlaceCount), Zipf(PartyCount), Zipf(PartyCount));
        sql.Run(
            "INSERT INTO event (id, key, type, status, date, day, last_day, place_id, mentions, articles, outlets, origins, denied) VALUES (@p1, @p2, @p3, 'occurred', @p4, @p4, @p4, @p5, 2, 2, 2, 2, 0)",
            id, $"invented-{id}", type, day, place);
        for (var report = 0; report < 2; report++)
        {
            if (mention % MentionsPerArticle == 0)
            {
                article++;
                sql.Run(
                    "INSERT INTO article (id, key, name, outlet, outlet_folded, published, title, text, engine, knowledge) VALUES (@p1, @p2, @p2, @p3, @p3, @p4, 'خبر', 'خبر', '', '')",
                    article, $"invented-{article}", $"صحيفه {article % 40}", day);
            }

            mention++;
            sql.Run(
                """
                INSERT INTO mention (id, key, article_id, ordinal, type, status, date, first_day, last_day, day, place_id, word, start_at, end_at, confidence, event_id)
                VALUES (@p1, @p2, @p3, 1, @p4, 'occurred', @p5, @p5, @p5, @p5, @p6, 'خبر', 0, 3, 0.9, @p7)
                """,
                mention, $"invented-{mention}", article, type, day, place, id);
            sql.Run("INSERT INTO participant (mention_id, role, rank, party_id) VALUES (@p1, 'actor', 0, @p2)", mention, actor);
            sql.Run("INSERT INTO participant (mention_id, role, rank, party_id) VALUES (@p1, 'target', 0, @p2)", mention, target);
        }

        Count(days, (day, type, CountryOf(place)));
        Count(places, (day, place, type));
        Count(dyads, (day[..7], $"{CountryOf(actor)} {SectorOf(actor)}", $"{CountryOf(target)} {SectorOf(target)}", type));
    }

    private void Sums()
    {
        sql.Begin();
        foreach (var ((day, type, country), count) in days)
        {
            sql.Run("INSERT INTO sum_day (day, type, country, events) VALUES (@p1, @p2, @p3, @p4)", day, type, country, count);
        }

        foreach (var ((day, place, type), count) in places)
        {
            sql.Run("INSERT INTO sum_place (day, place_id, type, events) VALUES (@p1, @p2, @p3, @p4)", day, place, type, count);
        }

        foreach (var ((month, actor, target, type), count) in dyads)
        {
            sql.Run("INSERT INTO sum_dyad (month, actor, target, type, events) VALUES (@p1, @p2, @p3, @p4, @p5)", month, actor, target, type, count);
        }

        sql.Commit();
    }

    private static void Count<TKey>(Dictionary<TKey, long> counts, TKey key) where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static string CountryOf(long id) => Countries[id % Countries.Length];

    private static string SectorOf(long id) => Sectors[id / Countries.Length % Sectors.Length];

    // A few are in most events and most in a few: 1/rank, by inverting the logarithm.
    private int Zipf(int count) => Math.Min(count, (int)Math.Exp(random.NextDouble() * Math.Log(count + 1)));
}
