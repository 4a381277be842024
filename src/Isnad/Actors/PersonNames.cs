using Isnad.Language.Tagging;
using Isnad.Pipeline;

namespace Isnad.Actors;

/// <summary>
/// The persons of an article by their names. Later mentions use the end of a name («أبو مرزوق»), rarely its beginning («جمال» for
/// «جمال مبارك»); a beginning that two share names neither, a surname the one who was first named so.
/// </summary>
internal sealed class PersonNames(NewsDocument document, ActorLexicon lexicon)
{
    private const int LongestSurname = 3;
    internal const int ShortestSurname = 4;
    private readonly Dictionary<string, EntityBuilder> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityBuilder?> parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> surnames = new(StringComparer.Ordinal);
    // By what each was called first, or null for those who were called by more names than one.
    private readonly Dictionary<EntityBuilder, string?> only = new(ReferenceEqualityComparer.Instance);

    /// <summary>Who was called so, in full or in part; null for nobody.</summary>
    public EntityBuilder? Named(List<string> words)
    {
        var name = string.Join(' ', words);
        return whole.GetValueOrDefault(name) ?? (words.Count <= LongestSurname ? parts.GetValueOrDefault(name) : null);
    }

    /// <summary>Who was called by the end of a name alone («بيترسن», «أبو ماريا»), and by no fuller name yet; null for nobody.</summary>
    public EntityBuilder? CalledBefore(List<string> words)
    {
        for (var first = Math.Max(1, words.Count - LongestSurname); first < words.Count; first++)
        {
            var end = string.Join(' ', words.Skip(first));
            if (whole.GetValueOrDefault(end) is { } called)
            {
                return only[called] == end ? called : null;
            }
        }

        return null;
    }

    /// <summary>Notes that somebody is called so, and that the ends of the name are his from now on.</summary>
    public void Remember(List<string> words, EntityBuilder entity)
    {
        var name = string.Join(' ', words);
        whole.TryAdd(name, entity);
        only[entity] = !only.TryGetValue(entity, out var first) || first == name ? name : null;
        for (var skipped = Math.Max(1, words.Count - LongestSurname); skipped < words.Count; skipped++)
        {
            parts.TryAdd(string.Join(' ', words.Skip(skipped)), entity);
        }

        if (words.Count > 1)
        {
            surnames.Add(words[^1]);
            parts[words[0]] = parts.TryGetValue(words[0], out var other) && other != entity ? null : entity;
        }
    }

    // What ends somebody's full name and is nobody's given name: «غولدنبرغ», but not «حسين».
    private bool IsSurname(string word) => word.Length >= ShortestSurname && surnames.Contains(word) && !lexicon.IsGivenName(word);

    /// <summary>«مرزوق [نرحب]», «[بيان] أوباما»: the model took the word beside a surname already known for a part of the name.</summary>
    public void TrimToSurname(MentionDraft draft, List<string> words)
    {
        if (draft.Head is null && words is [_, var last] && draft.NameTokens.End - draft.NameTokens.First == 2 && IsSurname(last) && !whole.ContainsKey(string.Join(' ', words))
            && document.Tags[draft.NameTokens.First].Tag is WordTag.Noun or WordTag.Verb or WordTag.Adp or WordTag.Pron)
        {
            // «[بيان] أوباما»
            draft.NameTokens = (draft.NameTokens.First + 1, draft.NameTokens.End);
            words.RemoveAt(0);
            return;
        }

        if (words.Count < 2 || draft.Head is not null || whole.ContainsKey(string.Join(' ', words)) || parts.GetValueOrDefault(words[0]) is null)
        {
            return;
        }

        // «غولدنبرغ [نزوع …]»: whatever follows a surname, unless it may be another's («مرزوق الغانم»).
        var runsOn = IsSurname(words[0]) && words[1] is not ['ا', 'ل', ..] && !lexicon.IsGivenName(words[1]);
        for (var token = draft.NameTokens.First + 1; token < draft.NameTokens.End && !runsOn; token++)
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
