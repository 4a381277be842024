namespace Isnad.Language;

/// <summary>
/// Says of a word, at the cost of one comparison, which of several lists it may begin an entry of. Most words begin none, and every
/// way to cut a word would else be looked up in every list, wherever it stands.
/// </summary>
internal sealed class WordGate
{
    private readonly Dictionary<string, uint> listsByWord = new(StringComparer.Ordinal);
    private int lists;

    /// <summary>Takes in a list; at most 32.</summary>
    /// <returns>Its bit.</returns>
    public uint AddList() => 1u << lists++;

    /// <summary>Says that an entry of a list begins with a word; all is said before the first question.</summary>
    /// <param name="word">Folded, without clitics, with or without its article.</param>
    /// <param name="list">Bit of the list.</param>
    public void Open(string word, uint list) => listsByWord[word] = listsByWord.GetValueOrDefault(word) | list;

    /// <summary>False where no entry of the list begins with the word, however it is cut; true where one may.</summary>
    public bool IsOpen(Token token, uint list)
    {
        // Read once: another engine with knowledge of its own may replace it meanwhile.
        var answer = token.Shape.Answer;
        if (answer?.Gate != this)
        {
            token.Shape.Answer = answer = new(this, ListsOf(token.Shape));
        }

        return (answer.Lists & list) != 0;
    }

    private uint ListsOf(WordShape shape)
    {
        var found = listsByWord.GetValueOrDefault(shape.Folded);
        foreach (var cut in shape.Segmentations)
        {
            found |= listsByWord.GetValueOrDefault(cut.Key);
            found |= cut.Has(Proclitics.Article) ? listsByWord.GetValueOrDefault(cut.Stem) : 0;
        }

        return found;
    }
}

/// <summary>The lists that a word may begin an entry of.</summary>
/// <param name="Gate">Whose lists they are.</param>
/// <param name="Lists">Their bits.</param>
internal sealed record GateAnswer(WordGate Gate, uint Lists);
