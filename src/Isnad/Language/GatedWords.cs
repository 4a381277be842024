namespace Isnad.Language;

/// <summary>Listed words, folded and without clitics, behind a gate that several lists share.</summary>
internal sealed class GatedWords<T>(WordGate gate)
    where T : class
{
    private readonly Dictionary<string, T> words = new(StringComparer.Ordinal);
    private readonly uint list = gate.AddList();

    /// <summary>Lists a folded word; the first value stays.</summary>
    public void TryAdd(string word, T value)
    {
        if (words.TryAdd(word, value))
        {
            gate.Open(word, list);
        }
    }

    /// <summary>False where no cut of the token is listed; true where one may be.</summary>
    public bool MayHold(Token token) => gate.IsOpen(token, list);

    public T? this[string word] => words.GetValueOrDefault(word);
}
