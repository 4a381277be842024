using Isnad.Text;

namespace Isnad.Language;

/// <summary>Listed phrases behind a gate that several lists share: a word that begins none of them costs one look-up for all.</summary>
internal sealed class GatedTrie<T>(WordGate gate)
{
    private static readonly List<PhraseMatch<T>> None = [];
    private readonly PhraseTrie<T> phrases = new();
    private readonly uint list = gate.AddList();

    /// <summary>Lists a phrase; its words are parted by spaces. An empty phrase is ignored.</summary>
    public void Add(string phrase, T value)
    {
        phrases.Add(phrase, value);
        if (phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, ..])
        {
            gate.Open(ArabicFolding.Fold(first), list);
        }
    }

    /// <summary>All phrases that begin at a token, longest first; not to be changed.</summary>
    public List<PhraseMatch<T>> At(IReadOnlyList<Token> tokens, int start) => gate.IsOpen(tokens[start], list) ? phrases.At(tokens, start) : None;
}
