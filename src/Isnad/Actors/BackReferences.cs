using Isnad.Knowledge;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>Resolves words that point back: «الأخير», «نظيره الأميركي», «الجانبان», «المصدر ذاته».</summary>
internal sealed class BackReferences(EntityTable table, ActorLexicon lexicon, NewsDocument document)
{
    // Enough to find two different ones; bounds the search in texts of any length.
    private const int Remembered = 24;
    private readonly List<EntityBuilder> recent = [];

    /// <summary>Notes that an entity was just named.</summary>
    public void Saw(EntityBuilder entity)
    {
        recent.Remove(entity);
        recent.Add(entity);
        if (recent.Count > Remembered)
        {
            recent.RemoveAt(0);
        }
    }

    /// <summary>The last person who was given a title.</summary>
    public EntityBuilder? LatestTitled(string title) => recent.FindLast(e => e is { Type: ActorType.Person, IsDual: false } && e.Title == title);

    /// <summary>«المرصد» after «المرصد السوري لحقوق الإنسان», «الصحيفة» after «صحيفة «الغارديان»»: the last one that its first word names.</summary>
    public EntityBuilder? LatestCalled(MentionDraft draft, IReadOnlyList<Language.Token> tokens)
    {
        if (draft.EndToken > draft.FirstToken + 1 || tokens[draft.FirstToken].Folded is not ['ا', 'ل', _, _, ..] folded)
        {
            return null;
        }

        var head = folded[2..];
        return recent.FindLast(e => !e.IsDual && e.Mentions.Count > 0 && (IsCalled(e.Mentions[0]) || IsCalled(e.Mentions[^1])));

        bool IsCalled(ActorMention mention) =>
            FirstWord(mention) is var word && (word == head || (word.StartsWith("ال", StringComparison.Ordinal) && word.AsSpan(2).SequenceEqual(head)));
    }

    private string FirstWord(ActorMention mention)
    {
        var written = document.Text.AsSpan(mention.Span.Start, mention.Span.Length);
        var space = written.IndexOf(' ');
        return Text.ArabicFolding.Fold(space < 0 ? written : written[..space]);
    }

    /// <summary>«الحركة»: the last organisation that was called so, or is one by a name of its own («حركة حماس»).</summary>
    public EntityBuilder? LatestOrganization(string head) => recent.FindLast(e => e.Type == ActorType.Organization && (e.OrganizationHead == head || IsNamed(e.Known, head)));

    private static bool IsNamed(KnowledgeRecord? known, string head) =>
        known is { Kind: "organization" } && known.Values("also").Append(known.Headword).Any(n => ArabicFolding.Fold(n) is var full && (full.StartsWith("ال", StringComparison.Ordinal) ? full[2..] : full) is var name && name.StartsWith(head, StringComparison.Ordinal) && name.Length > head.Length && name[head.Length] == ' ');

    /// <summary>Whom a back reference means; null where nobody fits.</summary>
    public EntityBuilder? Resolve(MentionDraft draft, KnowledgeRecord reference) => reference["resolves"] switch
    {
        "latest-person" => Latest(draft),
        "counterpart" => Counterpart(draft),
        "two-sides" => Two(e => e is { IsSource: false, Type: not ActorType.Agreement }, preferPersons: true),
        "two-states" => TwoStates(),
        "two-titled" => Two(e => e.Type == ActorType.Person && e.Title?.StartsWith(reference["title"] ?? "", StringComparison.Ordinal) != false, preferPersons: true),
        "same-person" => recent.FindLast(e => e is { Type: ActorType.Person, IsDual: false }),
        "latest-source" => recent.FindLast(e => e.IsSource),
        _ => null,
    };

    // «الأخير» is a man, «الأخيرة» a state, a body, or a woman.
    private EntityBuilder? Latest(MentionDraft draft) =>
        (document.Tokens[draft.EndToken - 1].Folded[^1] == 'ه' ? recent.FindLast(e => e is { Type: ActorType.Geopolitical or ActorType.Organization, IsDual: false }) : null)
            ?? recent.FindLast(e => e is { Type: ActorType.Person, IsDual: false }) ?? recent.FindLast(e => !e.IsDual);

    // Same office, other country; whoever held it that day, if known.
    private EntityBuilder Counterpart(MentionDraft draft)
    {
        var model = recent.FindLast(e => e is { Type: ActorType.Person, IsDual: false, Title: not null });
        draft.Sector ??= model?.Sector;
        if (draft.Known is { Kind: KnownKind.Person } named)
        {
            return table.Known(named.Record, ActorType.Person);
        }

        var title = model?.Title;
        if (!draft.HasName && draft.Country is { } country)
        {
            var same = recent.FindLast(e => e.Type == ActorType.Person && e.Country == country && e != model && (title is null || e.Title == title || e.Title is null));
            if (same is not null)
            {
                return same;
            }

            if (title is not null && document.DayOfWriting is { } day && lexicon.Offices.On(title, country, day) is { } holder)
            {
                return table.Known(holder, ActorType.Person);
            }
        }

        var entity = table.New(ActorType.Person);
        entity.Title = title;
        return entity;
    }

    private EntityBuilder? Two(Predicate<EntityBuilder> fits, bool preferPersons)
    {
        var candidates = recent.Where(e => !e.IsDual && fits(e)).Reverse().ToList();
        var persons = candidates.Where(e => e.Type == ActorType.Person).ToList();
        var pool = preferPersons && persons.Count >= 2 ? persons : candidates;
        var second = pool.Count == 0 ? null : pool.Skip(1).FirstOrDefault(e => e.Country != pool[0].Country || e.Country is null);
        return second is null ? null : Pair(second, pool[0]);
    }

    private EntityBuilder? TwoStates()
    {
        // The two states themselves where they are named, though their ministers were named last.
        var countries = recent.Where(e => !e.IsDual && e.Country is not null && lexicon.States.ContainsKey(e.Country)).Reverse().DistinctBy(e => e.Country).Take(2).ToList();
        return countries.Count == 2 ? Pair(State(countries[1]), State(countries[0])) : null;
    }

    private EntityBuilder State(EntityBuilder ofIt) => table.ByKey.GetValueOrDefault(lexicon.States[ofIt.Country!].Id) is { Mentions.Count: > 0 } state ? state : ofIt;

    // The same two are one pair, however often they are called «البلدان».
    private EntityBuilder Pair(EntityBuilder first, EntityBuilder second)
    {
        var key = $"pair:{Math.Min(first.Index, second.Index)}:{Math.Max(first.Index, second.Index)}";
        if (table.ByKey.TryGetValue(key, out var pair))
        {
            return pair;
        }

        var dual = table.ByKey[key] = table.New(first.Type);
        dual.Members.Add(first.Index);
        dual.Members.Add(second.Index);
        return dual;
    }
}
