namespace Isnad.Archive.Fusion;

/// <summary>How well those who take part agree: 1 for the same, below 0 for others, 0 where one side names nobody.</summary>
internal static class PartyMatch
{
    private const double SameOne = 1;
    private const double SameBody = 0.7;
    private const double SameCountry = 0.4;
    private const double SameGroup = 0.4;
    private const double Another = -1;

    /// <summary>The best match of any of one side with any of the other: articles name more or fewer of the same people.</summary>
    public static double Of(IReadOnlyList<PartyFeatures> a, IReadOnlyList<PartyFeatures> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : a.SelectMany(x => b.Select(y => One(x, y))).Max();

    /// <summary>For acts of two sides: both must agree, where both articles name two.</summary>
    public static double Mutual(IReadOnlyList<PartyFeatures> a, IReadOnlyList<PartyFeatures> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return 0;
        }

        var (fewer, more) = a.Count <= b.Count ? (a, b) : (b, a);
        // Symmetric also where both name as many.
        var forward = fewer.Average(x => more.Max(y => One(x, y)));
        var backward = a.Count == b.Count ? more.Average(x => fewer.Max(y => One(x, y))) : forward;
        var match = (forward + backward) / 2;
        var isOther = fewer.Any(x => more.Max(y => One(x, y)) < 0) || (a.Count == b.Count && more.Any(x => fewer.Max(y => One(x, y)) < 0));
        return fewer.Count >= 2 && isOther ? Math.Min(match, Another / 2) : match;
    }

    public static string Describe(double match) => match switch
    {
        >= 0.95 => "the same",
        >= 0.6 => "the same body",
        > 0 => "may be the same",
        _ => "others",
    };

    private static double One(PartyFeatures a, PartyFeatures b)
    {
        if (a.Known is not null && a.Known == b.Known)
        {
            return SameOne;
        }

        if (a.Country is not null && b.Country is not null && a.Country != b.Country)
        {
            return Another;
        }

        // «مدنيين» and «المدنيين» are nobody in particular.
        if (a.Type == "GRP" || b.Type == "GRP")
        {
            return a.Sector is not null && b.Sector is not null && a.Sector != b.Sector ? 0 : SameGroup;
        }

        if (a.Folded == b.Folded || Contains(a.Folded, b.Folded) || Contains(b.Folded, a.Folded))
        {
            return SameOne;
        }

        if (a.Country is not null && a.Country == b.Country)
        {
            // «موسكو» and «وزارة الدفاع الروسية»; two persons of one government are two persons.
            return a.Type == "PER" && b.Type == "PER" ? Another / 2 : a.Sector == b.Sector ? SameBody : SameCountry;
        }

        return a.Type == "PER" && b.Type == "PER" ? Another : 0;
    }

    // «أردوغان» in «رجب طيب أردوغان», whole words only.
    private static bool Contains(string whole, string part) => $" {whole} ".Contains($" {part} ", StringComparison.Ordinal);
}
