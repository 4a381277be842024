using System.Globalization;
using Isnad.Language;

namespace Isnad.Places;

/// <summary>
/// Reads what the words around a place name make of it: «على بعد 30 كلم جنوب [دمشق]» is thirty kilometres away, «شمال شرقي محافظة
/// [حلب]» a quarter of the province, «ريف [إدلب] الجنوبي» a half. Walks back over a few words only.
/// </summary>
internal sealed class AreaFinder(IReadOnlyList<Token> tokens, DirectionLexicon words)
{
    private const int Farthest = 3000;
    private const int MostFillers = 3;
    // Half of an octant: «جنوب» is anything from south-south-east to south-south-west.
    private const double Spread = 0.38;
    // A direction without a distance: somewhere on that side, within a day's drive.
    private const double NearbyKm = 25;

    /// <summary>The area that the text means, or null where it means the place itself.</summary>
    /// <param name="start">First token of the place, head noun included.</param>
    /// <param name="end">Token after it.</param>
    /// <param name="point">Where the place is, or null.</param>
    /// <param name="box">How far it stretches, for a province or state; null for a point.</param>
    /// <param name="takesAdjective">Whether an adjective after it says which part: «ريف حلب الشمالي», but not «ولاية هلمند الجنوبية».</param>
    public GeoArea? Of(int start, int end, GeoPoint? point, GeoBox? box, bool takesAdjective)
    {
        var before = start;
        if (point is not null && Distance(ref before, out var bearing) is { } kilometres)
        {
            return bearing is { } toward
                ? new(point.Away(kilometres, toward), Math.Max(1, Math.Round(kilometres * Spread)))
                : new(point, kilometres);
        }

        var side = Bearing(start) ?? (takesAdjective ? Adjective(end) : null);
        return side is not { } inside ? null
            : box is not null ? box.Part(inside)
            : point is not null ? new(point.Away(NearbyKm, inside), NearbyKm) : null;
    }

    // From the place back: «من», «جنوب», «إلى», unit, number.
    private double? Distance(ref int at, out int? bearing)
    {
        bearing = null;
        var sentence = tokens[at].Sentence;
        var fillers = 0;
        for (at--; at >= 0 && tokens[at].Sentence == sentence; at--)
        {
            if (words.Unit(tokens[at]) is { } unit)
            {
                return Number(at - 1, sentence) is { } number && number * unit <= Farthest ? number * unit : null;
            }

            if (bearing is null && Ends(at) is { } found)
            {
                bearing = found.Bearing;
                at = found.First;
            }
            else if (!words.IsFiller(tokens[at]) || ++fillers > MostFillers)
            {
                return null;
            }
        }

        return null;
    }

    private double? Number(int at, int sentence) =>
        at >= 0 && tokens[at].Sentence == sentence && tokens[at].Kind == TokenKind.Number
            && double.TryParse(tokens[at].Folded.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    // «شمال», «شمالي», «شمال شرقي», «الشمال الشرقي من» before the place.
    private int? Bearing(int start)
    {
        var at = start - 1;
        if (at >= 1 && tokens[at].Sentence == tokens[start].Sentence && words.IsFiller(tokens[at]) && Ends(at - 1) is { } far && tokens[far.First].Shape.Segmentations.Any(c => c.Has(Proclitics.Article)))
        {
            return far.Bearing;
        }

        return at >= 0 && tokens[at].Sentence == tokens[start].Sentence ? Ends(at)?.Bearing : null;
    }

    private (int Bearing, int First)? Ends(int last)
    {
        if (words.Bearing(tokens[last]) is not { } second)
        {
            return null;
        }

        return last > 0 && tokens[last - 1].Sentence == tokens[last].Sentence && words.Bearing(tokens[last - 1]) is { } first && Between(first, second) is { } both
            ? (both, last - 1) : IsAdjective(tokens[last]) ? null : (second, last);
    }

    // «الحدود الغربية لإيران»: the direction belongs to another noun.
    private static bool IsAdjective(Token token) =>
        (token.Folded.EndsWith('ي') || token.Folded.EndsWith("يه", StringComparison.Ordinal)) && token.Shape.Segmentations.Any(cut => cut.Has(Proclitics.Article));

    // «ريف حلب الشمالي»، «ريف حلب الشمالي الشرقي»
    private int? Adjective(int end)
    {
        if (end >= tokens.Count || tokens[end].Sentence != tokens[end - 1].Sentence || words.Bearing(tokens[end], definite: true) is not { } first)
        {
            return null;
        }

        return end + 1 < tokens.Count && tokens[end + 1].Sentence == tokens[end].Sentence && words.Bearing(tokens[end + 1], definite: true) is { } second ? Between(first, second) ?? first : first;
    }

    // North and east make north-east; north and south make none.
    private static int? Between(int first, int second) => ((second - first + 360) % 360) switch
    {
        90 => (first + 45) % 360,
        270 => (second + 45) % 360,
        _ => null,
    };
}
