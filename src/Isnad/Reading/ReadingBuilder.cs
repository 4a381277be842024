using System.Globalization;
using System.Text.Json;
using Isnad.Actors;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Reading;

/// <summary>Turns the layers of a document into the immutable reading.</summary>
internal static class ReadingBuilder
{
    public static NewsReading Build(NewsDocument document, ReadingStamp stamp)
    {
        SpanText Quote(TextSpan span) => document.Quote(span);
        SpanText? QuoteOrNull(TextSpan? span) => span is { } s ? Quote(s) : null;
        static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
        static PointReading? Point(Places.GeoPoint? point) => point is { } p ? new(p.Latitude, p.Longitude) : null;
        static string EntityId(int index) => $"E{index + 1}";
        static string EventId(int index) => $"V{index + 1}";

        var structure = document.Structure;
        var takesPart = TakingPart(document);
        return new(
            document.Article.Id,
            document.Article.Outlet,
            document.Article.Published is { } published ? Day(published) : null,
            document.Dating is { } dated ? new(Day(dated.Earliest), Day(dated.Latest), Day(dated.Likeliest), dated.Confidence, dated.YearConfidence, dated.Because) : null,
            document.Text,
            new([.. structure.Headlines.Select(Quote)], QuoteOrNull(structure.Byline), QuoteOrNull(structure.Dateline), [.. structure.Sources.Select(s => new SourceReading(Quote(s.Span), s.Name, s.Known, s.Shared, s.Because))]),
            [.. document.Entities.Where(e => e.Mentions.Count > 0 || takesPart.Contains(e.Index)).Select(e => new EntityReading(EntityId(e.Index), e.Name, e.NameEn, TypeCode(e.Type), e.Country, e.Sector, e.Known, [.. Mentions(document, e).Select(m => Quote(m.Span))], [.. e.Members.Select(EntityId)], e.Candidates))],
            [.. document.Times.Select(t => new TimeReading(Quote(t.Span), t.Type.ToString().ToUpperInvariant(), t.Value, t.Earliest is { } a ? Day(a) : null, t.Latest is { } b ? Day(b) : null, Name(t.Granularity), Name(t.Calendar), t.Because))],
            [.. document.Places.Select(p => new PlaceReading(Quote(p.Span), p.Name, p.Country, p.Kind, p.Entry, p.Precision, Point(p.Area?.Center ?? p.Point), p.Area?.RadiusKm, p.Candidates))],
            [.. document.Events.Select((e, i) => new EventReading(
                EventId(i), e.Type, e.Mode, e.Status.ToString().ToLowerInvariant(), e.IsClaim, [.. e.Triggers.Select(Quote)],
                [.. e.Actors.Select(EntityId)], [.. e.Recipients.Select(EntityId)], e.Date, e.Place, e.PlaceCountry, e.Counts, e.Confidence, e.Because)
            {
                Agreement = e.Agreement is { } agreement ? EntityId(agreement) : null,
            })],
            [.. document.Reports.Select((r, i) => new ReportReading(
                $"R{i + 1}", r.Form.ToString().ToLowerInvariant(), QuoteOrNull(r.Cue), r.Speaker is { } s ? EntityId(s) : null, [.. r.Via.Select(EntityId)],
                [.. r.Content.Select(Quote)], [.. r.Insertions.Select(Quote)], r.Stance.ToString().ToLowerInvariant(),
                [.. document.Events.Select((e, at) => (e, at)).Where(x => x.e.Reports.Contains(i)).Select(x => EventId(x.at))], r.Confidence, r.Because))],
            [.. document.Framing.Select(f => new FramingReading(Quote(f.Span), f.Kind, f.Target is { } target ? EntityId(target) : null, f.Neutral, f.Because))],
            document.Diagnostics,
            stamp)
        {
            Agreements = [.. document.Agreements.Select(a => new AgreementReading(EntityId(a.Entity), [.. a.Parties.Select(EntityId)], a.Date, [.. a.Terms.Select(Quote)], a.Because))],
        };
    }

    /// <summary>Entities that some finding points to; a state that the text only alludes to is told only then.</summary>
    private static HashSet<int> TakingPart(NewsDocument document) =>
    [
        .. document.Events.SelectMany(e => e.Actors.Concat(e.Recipients)),
        .. document.Agreements.SelectMany(a => a.Parties),
        .. document.Reports.SelectMany(r => r.Speaker is { } speaker ? r.Via.Append(speaker) : r.Via),
        .. document.Framing.Select(f => f.Target).OfType<int>(),
        .. document.Entities.SelectMany(e => e.Members),
    ];

    private static IEnumerable<ActorMention> Mentions(NewsDocument document, Entity entity) =>
        entity.Mentions.Count > 0 ? entity.Mentions : document.Allusions.Where(m => m.EntityId == entity.Index);

    private static string TypeCode(ActorType type) => type switch
    {
        ActorType.Person => "PER",
        ActorType.Organization => "ORG",
        ActorType.Geopolitical => "GPE",
        ActorType.Agreement => "AGR",
        _ => "GRP",
    };
}
