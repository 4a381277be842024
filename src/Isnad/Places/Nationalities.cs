using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Text;

namespace Isnad.Places;

/// <summary>The adjectives of states in all their forms: سوري، السورية، سوريون.</summary>
internal sealed class Nationalities
{
    private readonly GatedWords<KnowledgeRecord> states;

    public Nationalities(KnowledgeBase knowledge, WordGate gate)
    {
        states = new(gate);
        // An adjective that is a common word as well («المالية») points to no state by itself.
        foreach (var record in knowledge.OfKind("state").Where(r => !r.Is("common-adjective")))
        {
            foreach (var form in record.Values("adjective").SelectMany(HeadForms.Adjective))
            {
                states.TryAdd(ArabicFolding.Fold(form), record);
            }
        }
    }

    public static Nationalities Of(KnowledgeBase knowledge) => NameTables.Of(knowledge).Nationalities;

    /// <summary>The state whose adjective a token is, or null.</summary>
    /// <param name="token">The word.</param>
    /// <param name="definite">Whether only the form with the article counts.</param>
    public KnowledgeRecord? Of(Token token, bool definite)
    {
        if (!states.MayHold(token))
        {
            return null;
        }

        foreach (var cut in token.Shape.Segmentations)
        {
            if (cut.Enclitic.Length == 0 && (!definite || cut.Proclitics == Proclitics.Article) && states[cut.Stem] is { } state)
            {
                return state;
            }
        }

        return null;
    }
}
