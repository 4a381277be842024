using Isnad.Knowledge;
using Isnad.Text;

namespace Isnad.Archive.Fusion;

/// <summary>How two places lie to each other.</summary>
internal enum PlaceRelation
{
    Unknown,
    Same,
    Within,
    SameCountry,
    Apart,
    Abroad,
}

/// <summary>Which place lies in which, as the knowledge says and names do: «ريف إدلب», «إدلب».</summary>
internal sealed class PlaceTree(KnowledgeBase knowledge)
{
    private const int Deepest = 8;
    private readonly Dictionary<string, KnowledgeRecord> records = knowledge.OfKind("place").GroupBy(r => r.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    public PlaceRelation Compare(PlaceFeatures a, PlaceFeatures b)
    {
        if (a.Country is not null && b.Country is not null && a.Country != b.Country)
        {
            return PlaceRelation.Abroad;
        }

        if (IsCountry(a) || IsCountry(b))
        {
            return a.Country is null || b.Country is null ? PlaceRelation.Unknown : PlaceRelation.SameCountry;
        }

        if (a.Folded == b.Folded || (a.Known is not null && a.Known == b.Known))
        {
            return PlaceRelation.Same;
        }

        return NamesOneInTheOther(a.Folded, b.Folded) || Lies(a, b) || Lies(b, a) ? PlaceRelation.Within
            : a.Country is not null && a.Country == b.Country ? PlaceRelation.Apart
            : PlaceRelation.Unknown;
    }

    private static bool IsCountry(PlaceFeatures place) => place.Folded.Length == 0 || place.Kind == "country";

    private static bool NamesOneInTheOther(string a, string b) => WholeWords.Contain(a, b) || WholeWords.Contain(b, a);

    private bool Lies(PlaceFeatures inner, PlaceFeatures outer)
    {
        var at = inner.Known;
        for (var depth = 0; depth < Deepest && at is not null && records.TryGetValue(at, out var record); depth++)
        {
            if (record["in"] is not { } around)
            {
                return false;
            }

            if (ArabicFolding.Fold(around) == outer.Folded)
            {
                return true;
            }

            at = $"{record.Id[..(record.Id.IndexOf('#', StringComparison.Ordinal) + 1)]}{around}";
        }

        return false;
    }
}
