using Isnad.Archive.Reviews;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Archive.Store;

/// <summary>Writes the rows of an article, inside the caller's transaction.</summary>
internal sealed class ArticleRows(Sql sql)
{
    // Parties and places recur in nearly every article; what was rolled back must not be remembered, so a transaction begins anew.
    private readonly Dictionary<string, long> parties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> places = new(StringComparer.Ordinal);

    /// <summary>Forgets ids that a transaction may have taken back.</summary>
    public void Forget()
    {
        parties.Clear();
        places.Clear();
    }

    /// <summary>Stores an article; null where the archive has it already.</summary>
    public long? Add(ArchivedArticle archived)
    {
        var (article, reading) = (archived.Article, archived.Reading);
        var title = reading.Structure.Headlines.Count > 0 ? article.Text[reading.Structure.Headlines[0].Start..reading.Structure.Headlines[^1].End] : FirstLine(article.Text);
        var id = sql.Value(
            """
            INSERT INTO article (key, name, outlet, outlet_folded, published, url, title, text, byline, dateline, engine, knowledge)
            VALUES (@p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12) ON CONFLICT (key) DO NOTHING RETURNING id
            """,
            archived.Key, Clean(article.Id), Clean(article.Outlet), ArabicFolding.Fold(Clean(article.Outlet)), reading.Published, Clean(article.Url), Clean(title), Clean(article.Text),
            Clean(reading.Structure.Byline?.Text), Clean(reading.Structure.Dateline?.Text), reading.Stamp.Engine, reading.Stamp.Knowledge) as long?;
        if (id is { } added)
        {
            AddWords(added, archived);
            AddFindings(added, ReviewedReading.Unreviewed(archived.Key, reading));
        }

        return id;
    }

    /// <summary>Indexes the words of an article that is stored.</summary>
    public void AddWords(long article, ArchivedArticle archived) => sql.Run(sql.Dialect.IndexWords, article, Clean(archived.Words), Clean(archived.Stems));

    /// <summary>Writes what the engine found in an article that is stored, with what people say of it.</summary>
    public void AddFindings(long article, ReviewedReading reviewed)
    {
        var reading = reviewed.Reading;
        var entities = reading.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var mentions = new Dictionary<string, long>(StringComparer.Ordinal);
        var placeNames = reading.Places.ToLookup(p => p.Span.Text, StringComparer.Ordinal);
        for (var i = 0; i < reading.Events.Count; i++)
        {
            var e = reading.Events[i];
            mentions.Add(e.Id, AddMention(article, reviewed.Keys[i], reviewed.Verdicts[i], reading.Published, e, i + 1, entities, placeNames));
        }

        foreach (var (report, ordinal) in reading.Reports.Select((r, i) => (r, i + 1)))
        {
            AddReport(article, report, ordinal, entities, mentions);
        }

        foreach (var (f, rank) in reading.Framing.Select((f, i) => (f, i)))
        {
            sql.Run(
                "INSERT INTO framing (article_id, rank, word, start_at, end_at, kind, target_id, neutral) VALUES (@p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)",
                article, rank, Clean(f.Span.Text), f.Span.Start, f.Span.End, f.Kind, f.Target is { } target ? Party(entities[target]) : null, Clean(f.Neutral));
        }
    }

    private long AddMention(long article, string key, string? verdict, string? published, EventReading e, int ordinal, Dictionary<string, EntityReading> entities, ILookup<string, PlaceReading> placeNames)
    {
        var days = DayRange.Of(e.Date);
        var word = e.Mentions[0];
        var id = sql.Number(
            """
            INSERT INTO mention (key, article_id, ordinal, type, mode, status, date, first_day, last_day, day, place_id, word, start_at, end_at, confidence, claim, verdict)
            VALUES (@p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17) RETURNING id
            """,
            key, article, ordinal, e.Type, e.Mode, e.Status, e.Date,
            days is { } d ? DayRange.Text(d.First) : null, days is { } l ? DayRange.Text(l.Last) : null,
            days is { } f ? DayRange.Text(f.First) : published, Place(e.Place, e.PlaceCountry, placeNames), Clean(word.Text), word.Start, word.End, e.Confidence, e.Claim ? 1 : 0, verdict);
        foreach (var (role, ids) in new[] { ("actor", e.Actors), ("target", e.Recipients) })
        {
            for (var rank = 0; rank < ids.Count; rank++)
            {
                sql.Run("INSERT INTO participant (mention_id, role, rank, party_id) VALUES (@p1, @p2, @p3, @p4)", id, role, rank, Party(entities[ids[rank]]));
            }
        }

        for (var rank = 0; rank < e.Counts.Count; rank++)
        {
            var count = e.Counts[rank];
            sql.Run("INSERT INTO count_claim (mention_id, rank, what, at_least, at_most) VALUES (@p1, @p2, @p3, @p4, @p5)", id, rank, count.What, count.Min, count.Max);
        }

        return id;
    }

    private void AddReport(long article, ReportReading report, int ordinal, Dictionary<string, EntityReading> entities, Dictionary<string, long> mentions)
    {
        var content = report.Content.Count > 0 ? string.Join(" … ", report.Content.Select(c => c.Text)) : null;
        var id = sql.Number(
            "INSERT INTO report (article_id, ordinal, form, stance, cue, content, start_at, end_at) VALUES (@p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8) RETURNING id",
            article, ordinal, report.Form, report.Stance, Clean(report.Cue?.Text), Clean(content),
            report.Content.Count > 0 ? report.Content.Min(c => c.Start) : null, report.Content.Count > 0 ? report.Content.Max(c => c.End) : null);
        if (report.Speaker is { } speaker)
        {
            sql.Run("INSERT INTO report_party (report_id, rank, party_id) VALUES (@p1, 0, @p2)", id, Party(entities[speaker]));
        }

        for (var rank = 0; rank < report.Via.Count; rank++)
        {
            sql.Run("INSERT INTO report_party (report_id, rank, party_id) VALUES (@p1, @p2, @p3)", id, rank + 1, Party(entities[report.Via[rank]]));
        }

        foreach (var mention in report.Events.Distinct(StringComparer.Ordinal))
        {
            sql.Run("INSERT INTO report_mention (report_id, mention_id) VALUES (@p1, @p2)", id, mentions[mention]);
        }
    }

    private long Party(EntityReading entity)
    {
        var (name, english) = (Clean(entity.Name), Clean(entity.NameEn));
        var identity = $"{name}|{entity.Type}|{entity.Country}|{entity.Sector}|{entity.Known}";
        if (!parties.TryGetValue(identity, out var id))
        {
            id = Once(
                "SELECT id FROM party WHERE identity = @p1",
                "INSERT INTO party (identity, name, folded, name_en, type, country, sector, known) VALUES (@p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8) RETURNING id",
                identity, name, ArabicFolding.Fold(name), english, entity.Type, entity.Country, entity.Sector, entity.Known);
            parties.Add(identity, id);
        }

        return id;
    }

    private long? Place(string? said, string? country, ILookup<string, PlaceReading> names)
    {
        if (said is null && country is null)
        {
            return null;
        }

        var name = Clean(said ?? "");
        var known = said is null ? null : names[said].FirstOrDefault(p => country is null || p.Country is null || p.Country == country);
        var identity = $"{name}|{country}|{known?.Known}";
        if (!places.TryGetValue(identity, out var id))
        {
            id = Once(
                "SELECT id FROM place WHERE identity = @p1",
                "INSERT INTO place (identity, name, folded, country, kind, known, precision_of, latitude, longitude, radius_km) VALUES (@p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10) RETURNING id",
                identity, name, ArabicFolding.Fold(name), country, known?.Kind, known?.Known, known?.Precision, known?.Point?.Latitude, known?.Point?.Longitude, known?.RadiusKm);
            places.Add(identity, id);
        }

        return id;
    }

    private long Once(string find, string add, params ReadOnlySpan<object?> values) =>
        sql.Value(find, values[..1]) is { } id ? Convert.ToInt64(id, System.Globalization.CultureInfo.InvariantCulture) : sql.Number(add, values);

    private static string FirstLine(string text) => text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end ? text[..end] : text;

    // Databases keep no zero characters and no halves of surrogate pairs.
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Clean(string? text) => StoredText.Clean(text);
}
