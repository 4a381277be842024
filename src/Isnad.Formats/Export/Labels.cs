namespace Isnad.Formats.Export;

/// <summary>A code of the output format as people say it.</summary>
internal readonly record struct Label(string English, string Arabic);

/// <summary>What the codes of a reading mean, for pages and terminals. A code without a label stands for itself.</summary>
internal static class Labels
{
    /// <summary>Event types: what the actor does to the recipient.</summary>
    public static readonly IReadOnlyDictionary<string, Label> EventTypes = new Dictionary<string, Label>(StringComparer.Ordinal)
    {
        ["AGREE"] = new("agrees, promises", "اتفاق"),
        ["CONSULT"] = new("meets, talks", "تشاور"),
        ["SUPPORT"] = new("backs in words", "تأييد"),
        ["CONCEDE"] = new("yields in words", "تنازل"),
        ["COOPERATE"] = new("works together", "تعاون"),
        ["AID"] = new("gives help", "معونة"),
        ["RETREAT"] = new("yields in deed", "تراجع"),
        ["REQUEST"] = new("asks for", "طلب"),
        ["ACCUSE"] = new("blames", "اتهام"),
        ["REJECT"] = new("refuses", "رفض"),
        ["THREATEN"] = new("threatens", "تهديد"),
        ["PROTEST"] = new("protests", "احتجاج"),
        ["SANCTION"] = new("punishes", "عقوبة"),
        ["MOBILIZE"] = new("moves forces", "حشد"),
        ["COERCE"] = new("coerces", "إكراه"),
        ["ASSAULT"] = new("uses violence", "اعتداء"),
    };

    public static readonly IReadOnlyDictionary<string, Label> Statuses = new Dictionary<string, Label>(StringComparer.Ordinal)
    {
        ["occurred"] = new("occurred", "وقع"),
        ["ongoing"] = new("ongoing", "جارٍ"),
        ["scheduled"] = new("scheduled", "مقرَّر"),
        ["hypothetical"] = new("hypothetical", "مفترَض"),
        ["negated"] = new("negated", "منفيّ"),
    };

    public static readonly IReadOnlyDictionary<string, Label> Stances = new Dictionary<string, Label>(StringComparer.Ordinal)
    {
        ["neutral"] = new("neutral", "تنقل بحياد"),
        ["affirms"] = new("affirms", "تؤكّد"),
        ["distances"] = new("distances itself", "تتحفّظ"),
        ["denies"] = new("reports a denial", "تنقل نفياً"),
        ["hedges"] = new("hedges", "ترجّح"),
    };

    public static readonly IReadOnlyDictionary<string, Label> Forms = new Dictionary<string, Label>(StringComparer.Ordinal)
    {
        ["direct"] = new("direct speech", "قول بنصّه"),
        ["indirect"] = new("indirect speech", "قول بمعناه"),
        ["mixed"] = new("partly quoted", "قول بعضه بنصّه"),
    };

    public static readonly IReadOnlyDictionary<string, Label> FramingKinds = new Dictionary<string, Label>(StringComparer.Ordinal)
    {
        ["loaded"] = new("loaded word", "محمَّل"),
        ["so-called"] = new("so-called", "ما يسمى"),
        ["scare-quotes"] = new("scare quotes", "بين قوسين"),
        ["insertion"] = new("insertion", "إقحام"),
        ["doubt"] = new("doubt", "تشكيك"),
    };

    public static readonly IReadOnlyDictionary<string, Label> Sectors = new Dictionary<string, Label>(StringComparer.Ordinal)
    {
        ["GOV"] = new("government", "حكومة"),
        ["MIL"] = new("military", "جيش"),
        ["COP"] = new("police", "شرطة"),
        ["JUD"] = new("judiciary", "قضاء"),
        ["LEG"] = new("legislature", "برلمان"),
        ["SPY"] = new("intelligence", "مخابرات"),
        ["PTY"] = new("party", "حزب"),
        ["OPP"] = new("opposition", "معارضة"),
        ["REB"] = new("rebels", "جماعة مسلحة"),
        ["UAF"] = new("unidentified armed", "مسلحون مجهولون"),
        ["CVL"] = new("civilians", "مدنيون"),
        ["JRN"] = new("media", "إعلام"),
        ["BUS"] = new("business", "أعمال"),
        ["EDU"] = new("education", "تعليم"),
        ["MED"] = new("health", "صحة"),
        ["LAB"] = new("labour", "عمال"),
        ["REL"] = new("religious", "دين"),
        ["CRM"] = new("criminal", "إجرام"),
        ["REF"] = new("refugees", "لاجئون"),
        ["ELI"] = new("elites", "نخب"),
        ["IGO"] = new("intergovernmental", "منظمة دولية"),
        ["NGO"] = new("non-governmental", "منظمة أهلية"),
        ["UNK"] = new("unknown", "غير معروف"),
    };

    public static readonly IReadOnlyDictionary<string, Label> Counts = new Dictionary<string, Label>(StringComparer.Ordinal)
    {
        ["dead"] = new("dead", "قتلى"),
        ["injured"] = new("injured", "جرحى"),
        ["arrested"] = new("arrested", "معتقلون"),
        ["displaced"] = new("displaced", "نازحون"),
        ["participants"] = new("participants", "مشاركون"),
    };

    public static string Arabic(this IReadOnlyDictionary<string, Label> labels, string code) => labels.TryGetValue(code, out var label) ? label.Arabic : code;

    public static string English(this IReadOnlyDictionary<string, Label> labels, string code) => labels.TryGetValue(code, out var label) ? label.English : code;
}
