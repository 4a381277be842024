namespace Isnad.Actors;

/// <summary>
/// Which title, word for word, is whose: «رئيس السلطة الوطنية الفلسطينية محمود عباس» and the same words alone mean one, unless they
/// stand before two names.
/// </summary>
internal sealed class TitleWords
{
    private readonly Dictionary<string, EntityBuilder?> bearers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityBuilder> waiting = new(StringComparer.Ordinal);

    /// <summary>Who was named with these words before his name; null for nobody, or for two.</summary>
    public EntityBuilder? BearerOf(string words) => bearers.GetValueOrDefault(words);

    /// <summary>Notes somebody who is called by these words and no name.</summary>
    public void Wait(string words, EntityBuilder titled) => waiting.TryAdd(words, titled);

    /// <summary>Notes who is named with these words; returns who was called by them alone before, the first time that anybody is.</summary>
    public EntityBuilder? Bear(string words, EntityBuilder person)
    {
        if (!bearers.TryGetValue(words, out var other))
        {
            bearers[words] = person;
            return waiting.GetValueOrDefault(words);
        }

        bearers[words] = other == person ? person : null;
        return null;
    }
}
