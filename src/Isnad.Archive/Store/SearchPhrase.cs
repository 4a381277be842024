namespace Isnad.Archive.Store;

/// <summary>Spellings under which a word or phrase may stand in the index; each is words with single spaces.</summary>
/// <param name="Words">Folded words.</param>
/// <param name="Stems">Words without clitics and article.</param>
internal sealed record SearchPhrase(IReadOnlyList<string> Words, IReadOnlyList<string> Stems)
{
    /// <summary>True for a phrase without any word, such as a lone mark.</summary>
    public bool IsEmpty => Words.All(string.IsNullOrEmpty);
}
