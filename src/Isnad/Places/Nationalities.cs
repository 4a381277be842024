using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Text;

namespace Isnad.Places;

/// <summary>The adjectives of states in all their forms: سوري، السورية، سوريون.</summary>
internal sealed class Nationalities
{
    // Folded endings; the accusative «سوريا» is left out because it is the country's name.
    private static readonly string[] Endings = ["", "ه", "ون", "ين", "ان", "ات", "تان", "تين"];
    private readonly Dictionary<string, KnowledgeRecord> states = new(StringComparer.Ordinal);

    public Nationalities(KnowledgeBase knowledge)
    {
        foreach (var record in knowledge.OfKind("state"))
        {
            foreach (var adjective in record.Values("adjective").Select(a => ArabicFolding.Fold(a)))
            {
                foreach (var ending in Endings)
                {
                    states.TryAdd(adjective + ending, record);
                }
            }
        }
    }

    /// <summary>The state whose adjective a token is, or null.</summary>
    /// <param name="token">The word.</param>
    /// <param name="definite">Whether only the form with the article counts.</param>
    public KnowledgeRecord? Of(Token token, bool definite)
    {
        foreach (var cut in token.Shape.Segmentations)
        {
            if (cut.Enclitic.Length == 0 && (!definite || cut.Proclitics == Proclitics.Article) && states.TryGetValue(cut.Stem, out var state))
            {
                return state;
            }
        }

        return null;
    }
}
