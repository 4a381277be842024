using Isnad.Formats.Export;
using Isnad.Text;

namespace Isnad.Archive.Query;

/// <summary>The fields of the query language, as docs/archive.md lists them.</summary>
internal static class QueryFields
{
    private static readonly IReadOnlyDictionary<string, string> Types = Arabic(Labels.EventTypes);
    private static readonly IReadOnlyDictionary<string, string> Statuses = Arabic(Labels.Statuses);
    private static readonly IReadOnlyDictionary<string, string> Stances = Arabic(Labels.Stances);

    public static IReadOnlyList<QueryField> All { get; } =
    [
        new("type", ["نوع"], QueryValue.Code, "type of event", Types),
        new("mode", ["طريقة"], QueryValue.Name, "mode of event, such as aerial"),
        new("status", ["حالة"], QueryValue.Code, "state of reality", Statuses),
        new("actor", ["فاعل"], QueryValue.Name, "who did it: a name, a country code or a sector code"),
        new("target", ["هدف", "recipient"], QueryValue.Name, "whom it was done to"),
        new("party", ["طرف"], QueryValue.Name, "actor or target"),
        new("place", ["مكان"], QueryValue.Name, "where: a name or a country code"),
        new("outlet", ["وسيلة", "صحيفة"], QueryValue.Name, "who published the article"),
        new("said-by", ["بحسب", "قال"], QueryValue.Name, "who speaks in a report of the event"),
        new("via", ["عبر"], QueryValue.Name, "who carried such a report before the outlet"),
        new("stance", ["موقف"], QueryValue.Code, "how the outlet holds such a report", Stances),
        new("denied", ["منفي"], QueryValue.Truth, "whether anybody denies it"),
        new("claim", ["ادعاء"], QueryValue.Truth, "whether it is only claimed: nobody tells it as a fact"),
        new("reviewed", ["مراجَع"], QueryValue.Truth, "whether a person has accepted or corrected it"),
        new("since", ["منذ"], QueryValue.Date, "on this day or later"),
        new("until", ["حتى"], QueryValue.Date, "on this day or earlier"),
        new("on", ["يوم"], QueryValue.Date, "on this day, in this month or year"),
        new("published", ["نشر"], QueryValue.Date, "the article came out then"),
        new("killed", ["قتلى"], QueryValue.Number, "how many dead a report gives"),
        new("injured", ["جرحى"], QueryValue.Number, "how many injured"),
        new("arrested", ["معتقلون"], QueryValue.Number, "how many arrested"),
        new("displaced", ["نازحون"], QueryValue.Number, "how many displaced"),
        new("participants", ["مشاركون"], QueryValue.Number, "how many took part"),
        new("origins", ["مصادر"], QueryValue.Number, "how many found out for themselves"),
        new("outlets", ["وسائل"], QueryValue.Number, "how many outlets tell of it"),
    ];

    private static readonly Dictionary<string, QueryField> ByName =
        All.SelectMany(f => f.Aliases.Prepend(f.Name).Select(name => (ArabicFolding.Fold(name), f))).ToDictionary(x => x.Item1, x => x.f, StringComparer.Ordinal);

    /// <summary>The field with a name, in any spelling; null where there is none.</summary>
    public static QueryField? Find(string name) => ByName.GetValueOrDefault(ArabicFolding.Fold(name));

    /// <summary>The field whose name is nearest to a mistyped one; null where none is near.</summary>
    public static string? Nearest(string name) => Spelling.Nearest(ArabicFolding.Fold(name), ByName.Keys);

    private static Dictionary<string, string> Arabic(IReadOnlyDictionary<string, Label> labels) => labels.ToDictionary(l => l.Key, l => l.Value.Arabic, StringComparer.Ordinal);
}
