using System.Globalization;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Text;

namespace Isnad.Places;

/// <summary>Words of direction and distance: شمال، الجنوبي، كلم، على بعد.</summary>
internal sealed class DirectionLexicon
{
    private readonly Dictionary<string, int> bearings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> units = new(StringComparer.Ordinal);
    private readonly HashSet<string> fillers = new(StringComparer.Ordinal);

    private DirectionLexicon(KnowledgeBase knowledge)
    {
        foreach (var record in knowledge.OfKind("direction"))
        {
            Each(record, word => bearings[word] = int.Parse(record["bearing"] ?? "0", CultureInfo.InvariantCulture));
        }

        foreach (var record in knowledge.OfKind("distance-unit"))
        {
            Each(record, word => units[word] = double.Parse(record["kilometres"] ?? "1", CultureInfo.InvariantCulture));
        }

        foreach (var record in knowledge.OfKind("distance-word"))
        {
            Each(record, word => fillers.Add(word));
        }
    }

    public static DirectionLexicon Of(KnowledgeBase knowledge) => knowledge.Table(k => new DirectionLexicon(k));

    /// <summary>Degrees clockwise from north, or null.</summary>
    /// <param name="token">The word.</param>
    /// <param name="definite">«الشمالي» only: an adjective after its noun.</param>
    public int? Bearing(Token token, bool definite = false)
    {
        foreach (var cut in token.Shape.Segmentations)
        {
            if (cut.Enclitic.Length == 0 && !cut.Has(Proclitics.Future | Proclitics.Like) && (!definite || cut.Proclitics == Proclitics.Article) && bearings.TryGetValue(cut.Stem, out var bearing))
            {
                return bearing;
            }
        }

        return null;
    }

    /// <summary>Kilometres of a unit, or null.</summary>
    public double? Unit(Token token) => units.TryGetValue(token.Folded, out var kilometres) ? kilometres : null;

    /// <summary>«من», «عن», «إلى»: between distance and place.</summary>
    public bool IsFiller(Token token) => fillers.Contains(token.Folded);

    private static void Each(KnowledgeRecord record, Action<string> action)
    {
        foreach (var word in record.Values("also").Prepend(record.Headword))
        {
            action(ArabicFolding.Fold(word));
        }
    }
}
