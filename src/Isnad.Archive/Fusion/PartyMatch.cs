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
    public static double Of(ReadOnlySpan<PartyFeatures> a, ReadOnlySpan<PartyFeatures> b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var best = double.MinValue;
        foreach (var one in a)
        {
            best = Math.Max(best, Best(one, b));
        }

        return best;
    }

    /// <summary>For acts of two sides: both must agree, where both articles name two.</summary>
    public static double Mutual(ReadOnlySpan<PartyFeatures> a, ReadOnlySpan<PartyFeatures> b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        // Symmetric also where both name as many.
        var (match, isOther) = a.Length <= b.Length ? Average(a, b) : Average(b, a);
        if (a.Length == b.Length)
        {
            var (backward, isOtherBackward) = Average(b, a);
            (match, isOther) = ((match + backward) / 2, isOther || isOtherBackward);
        }

        return a.Length >= 2 && b.Length >= 2 && isOther ? Math.Min(match, Another / 2) : match;
    }

    private static (double Match, bool IsOther) Average(ReadOnlySpan<PartyFeatures> of, ReadOnlySpan<PartyFeatures> with)
    {
        var sum = 0.0;
        var isOther = false;
        foreach (var one in of)
        {
            var best = Best(one, with);
            sum += best;
            isOther |= best < 0;
        }

        return (sum / of.Length, isOther);
    }

    private static double Best(PartyFeatures one, ReadOnlySpan<PartyFeatures> of)
    {
        var best = double.MinValue;
        foreach (var other in of)
        {
            best = Math.Max(best, One(one, other));
        }

        return best;
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

        if (a.Folded == b.Folded || WholeWords.Contain(a.Folded, b.Folded) || WholeWords.Contain(b.Folded, a.Folded))
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
}
