using Isnad.Language.Tagging;
using Isnad.Pipeline;

namespace Isnad.Actors;

/// <summary>
/// The persons of an article by their names. Later mentions use the end of a name («أبو مرزوق»), rarely its beginning («جمال» for
/// «جمال مبارك»); a beginning that two share names neither, a surname the one who was first named so.
/// </summary>
internal sealed class PersonNames(NewsDocument document)
{
    private const int LongestSurname = 3;
    private readonly Dictionary<string, EntityBuilder> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityBuilder?> parts = new(StringComparer.Ordinal);

    /// <summary>Who was called so, in full or in part; null for nobody.</summary>
    public EntityBuilder? Named(List<string> words)
    {
        var name = string.Join(' ', words);
        return whole.GetValueOrDefault(name) ?? (words.Count <= LongestSurname ? parts.GetValueOrDefault(name) : null);
    }

    /// <summary>Who was called by the last word of a name alone, and by no full name yet; null for nobody.</summary>
    public EntityBuilder? CalledBefore(List<string> words) =>
        words.Count > 1 && whole.GetValueOrDefault(words[^1]) is { } called && !parts.ContainsValue(called) ? called : null;

    /// <summary>Notes that somebody is called so, and that the ends of the name are his from now on.</summary>
    public void Remember(List<string> words, EntityBuilder entity)
    {
        whole.TryAdd(string.Join(' ', words), entity);
        for (var first = Math.Max(1, words.Count - LongestSurname); first < words.Count; first++)
        {
            parts.TryAdd(string.Join(' ', words.Skip(first)), entity);
        }

        if (words.Count > 1)
        {
            parts[words[0]] = parts.TryGetValue(words[0], out var other) && other != entity ? null : entity;
        }
    }

    /// <summary>«مرزوق [نرحب]»: the model took the word after a surname already known for a part of the name.</summary>
    public void TrimToSurname(MentionDraft draft, List<string> words)
    {
        if (words.Count < 2 || draft.Head is not null || whole.ContainsKey(string.Join(' ', words)) || parts.GetValueOrDefault(words[0]) is null)
        {
            return;
        }

        for (var token = draft.NameTokens.First + 1; token < draft.NameTokens.End; token++)
        {
            if (document.Tags[token].Tag is WordTag.X or WordTag.Propn or WordTag.Adj or WordTag.Unknown || document.Tokens[token].Folded is ['ا', 'ل', ..])
            {
                return;
            }
        }

        draft.NameTokens = (draft.NameTokens.First, draft.NameTokens.First + 1);
        draft.EndToken = draft.NameTokens.End;
        words.RemoveRange(1, words.Count - 1);
    }
}
