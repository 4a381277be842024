using Isnad.Knowledge;
using Isnad.Pipeline;
using Isnad.Places;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>
/// Finds words that point to a state without naming it as somebody: a place in it («قصف أحياء حلب»), the adjective of what is its
/// own («منتجات روسية»). They take part in an event where nobody is named.
/// </summary>
internal sealed class StateAllusions(NewsDocument document, KnowledgeBase knowledge)
{
    private readonly Nationalities nationalities = Nationalities.Of(knowledge);
    private readonly IReadOnlyDictionary<string, KnowledgeRecord> states = ActorLexicon.Of(knowledge).States;

    /// <summary>Words outside every mention, with the state each points to, in text order.</summary>
    public List<(int First, int End, TextSpan Span, KnowledgeRecord State)> Find(IReadOnlyList<MentionDraft> drafts)
    {
        var taken = new bool[document.Tokens.Count];
        foreach (var draft in drafts)
        {
            Array.Fill(taken, true, draft.FirstToken, Math.Min(taken.Length, draft.EndToken) - draft.FirstToken);
        }

        var found = new List<(int First, int End, TextSpan Span, KnowledgeRecord State)>();
        foreach (var place in document.Places)
        {
            if (place.Country is { } country && states.TryGetValue(country, out var state) && !taken[place.FirstToken])
            {
                found.Add((place.FirstToken, place.EndToken, place.Span, state));
                Array.Fill(taken, true, place.FirstToken, place.EndToken - place.FirstToken);
            }
        }

        foreach (var token in document.Tokens)
        {
            if (!taken[token.Index] && nationalities.Of(token, definite: false) is { } state)
            {
                found.Add((token.Index, token.Index + 1, token.Span, state));
            }
        }

        found.Sort((a, b) => a.First - b.First);
        return found;
    }
}
