namespace Isnad.Reading;

/// <summary>What the engine learned from one article; serialises to the JSON format in docs/reading.schema.json.</summary>
public sealed record NewsReading(
    string Id,
    string? Outlet,
    string? Published,
    DatingReading? Dated,
    string Text,
    StructureReading Structure,
    IReadOnlyList<EntityReading> Entities,
    IReadOnlyList<TimeReading> Times,
    IReadOnlyList<PlaceReading> Places,
    IReadOnlyList<EventReading> Events,
    IReadOnlyList<ReportReading> Reports,
    IReadOnlyList<FramingReading> Framing,
    IReadOnlyList<Diagnostic> Diagnostics,
    ReadingStamp Stamp)
{
    /// <summary>Agreements that the article names.</summary>
    public IReadOnlyList<AgreementReading> Agreements { get; init; } = [];
}

/// <summary>Which engine and which knowledge made a reading.</summary>
public sealed record ReadingStamp(string Engine, string Knowledge);

/// <summary>Something the reader should know about the text or the reading, such as an unclosed quotation.</summary>
/// <param name="Code">Stable code, documented in docs/diagnostics.md.</param>
public sealed record Diagnostic(string Code, string Message, SpanText? Span = null);

/// <summary>When the article was written as its own words show it, where nobody says when it came out.</summary>
/// <param name="Earliest">First day (ISO) of the stretch that holds the estimate.</param>
/// <param name="Latest">Last day of it.</param>
/// <param name="Likeliest">The most probable day.</param>
/// <param name="Confidence">Probability of the stretch in the light of the words that led there.</param>
/// <param name="YearConfidence">Probability of the year of the likeliest day.</param>
public sealed record DatingReading(string Earliest, string Latest, string Likeliest, double Confidence, double YearConfidence, IReadOnlyList<Evidence> Because);

/// <summary>The parts around the body.</summary>
/// <param name="Sources">Whom byline and dateline credit with the article, besides its outlet.</param>
public sealed record StructureReading(IReadOnlyList<SpanText> Headlines, SpanText? Byline, SpanText? Dateline, IReadOnlyList<SourceReading> Sources);

/// <summary>Who an article says that it is from: «(رويترز)», «المصدر: وكالات».</summary>
/// <param name="Known">Id of the knowledge entry; null for a name that is not listed.</param>
/// <param name="Shared">True for «وكالات», which credits nobody in particular.</param>
public sealed record SourceReading(SpanText Span, string Name, string? Known, bool Shared, IReadOnlyList<Evidence> Because);

/// <summary>Somebody or something that acts, speaks, relays or is coloured by the outlet's words.</summary>
/// <param name="Type">PER, ORG, GPE, GRP or AGR.</param>
/// <param name="Country">ISO 3166 alpha-3, or IGO, NGO, MNC, ISM; null if unknown.</param>
/// <param name="Sector">Sector code of the codebook; null if unknown.</param>
/// <param name="Known">Id of the knowledge entry; null for a name the engine did not know, or where none of its candidates is likely enough.</param>
/// <param name="Members">Entity ids of the two that «الجانبان» or «الوزيران» means; empty for one that stands for itself.</param>
/// <param name="Candidates">Whom an ambiguous name may mean, or which of his offices a person acts in, the likeliest first; empty where there is no doubt.</param>
public sealed record EntityReading(
    string Id, string Name, string? NameEn, string Type, string? Country, string? Sector, string? Known, IReadOnlyList<SpanText> Mentions,
    IReadOnlyList<string>? Members = null, IReadOnlyList<Candidate>? Candidates = null)
{
    public IReadOnlyList<string> Members { get; init; } = Members ?? [];

    public IReadOnlyList<Candidate> Candidates { get; init; } = Candidates ?? [];
}

/// <summary>A temporal expression with its TIMEX3 type and value.</summary>
/// <param name="Earliest">First day it can mean (ISO), where it is anchored.</param>
/// <param name="Latest">Last day it can mean.</param>
/// <param name="Granularity">How finely it points: century to minute, or none.</param>
/// <param name="Calendar">The calendar it is written in: gregorian, hijri or iranian; the value is always Gregorian.</param>
public sealed record TimeReading(
    SpanText Span, string Type, string Value, string? Earliest, string? Latest, string Granularity, string Calendar, IReadOnlyList<Evidence> Because);

/// <summary>A place name in the text, also one that acts («أعلنت موسكو»).</summary>
/// <param name="Country">ISO 3166 alpha-3; null for what lies in several.</param>
/// <param name="Kind">city, district, province, region, country, water, site or continent.</param>
/// <param name="Known">Id of the knowledge entry, of GeoNames («geonames#170654») or of CLDR («cldr#GL»); null where none of its candidates is likely enough.</param>
/// <param name="Precision">How exactly the text says where: point, district, province, region, country, or an area that it describes.</param>
/// <param name="Point">The middle of the place or of the area described, in degrees; null where it is not known.</param>
/// <param name="RadiusKm">How far from the middle it may be, for an area that the text describes: «على بعد 30 كلم جنوب دمشق».</param>
/// <param name="Candidates">What an ambiguous name may mean, a person of that name included, the likeliest first; empty where there is no doubt.</param>
public sealed record PlaceReading(
    SpanText Span, string Name, string? Country, string Kind, string? Known, string Precision, PointReading? Point, double? RadiusKm, IReadOnlyList<Candidate>? Candidates = null)
{
    public IReadOnlyList<Candidate> Candidates { get; init; } = Candidates ?? [];
}

/// <summary>A point on the earth, in degrees.</summary>
public sealed record PointReading(double Latitude, double Longitude);

/// <summary>A distinct event of the article.</summary>
/// <param name="Claim">True where it is known only from statements that the outlet holds at arm's length or that deny it: a claim, not a fact.</param>
/// <param name="Confidence">0 to 1: the engine's own estimate, not a probability measured on data.</param>
public sealed record EventReading(
    string Id, string Type, string? Mode, string Status, bool Claim,
    IReadOnlyList<SpanText> Mentions, IReadOnlyList<string> Actors, IReadOnlyList<string> Recipients,
    string? Date, string? Place, string? PlaceCountry, IReadOnlyList<CountReading> Counts,
    double Confidence, IReadOnlyList<Evidence> Because)
{
    /// <summary>Entity id of the agreement that it makes, keeps, breaks or speaks of.</summary>
    public string? Agreement { get; init; }
}

/// <summary>An agreement that the article names: who made it, when, and what it says, as far as the article tells.</summary>
/// <param name="Entity">Id of the entity that it is.</param>
/// <param name="Parties">Entity ids.</param>
/// <param name="Date">ISO date of its making at the precision known.</param>
/// <param name="Terms">What it provides for.</param>
public sealed record AgreementReading(string Entity, IReadOnlyList<string> Parties, string? Date, IReadOnlyList<SpanText> Terms, IReadOnlyList<Evidence> Because);

/// <summary>How many: «أكثر من 12 قتيلاً» → dead, 12, open above.</summary>
public sealed record CountReading(string What, int? Min, int? Max);

/// <summary>A statement attributed to somebody other than the outlet, with the chain that carried it.</summary>
/// <param name="Via">Entity ids, from the speaker outwards; the outlet itself is not listed.</param>
public sealed record ReportReading(
    string Id, string Form, SpanText? Cue, string? Speaker, IReadOnlyList<string> Via,
    IReadOnlyList<SpanText> Content, IReadOnlyList<SpanText> Insertions, string Stance,
    IReadOnlyList<string> Events, double Confidence, IReadOnlyList<Evidence> Because);

/// <summary>Loaded or distancing words in the outlet's own voice.</summary>
public sealed record FramingReading(SpanText Span, string Kind, string? Target, string? Neutral, IReadOnlyList<Evidence> Because);
