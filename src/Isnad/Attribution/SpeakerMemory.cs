using Isnad.Actors;
using Isnad.Language;
using Isnad.Text;

namespace Isnad.Attribution;

/// <summary>Who spoke last and through whom, because «وأضاف» names nobody; and which office is whose name.</summary>
internal sealed class SpeakerMemory
{
    // Those who may still go on: enough for two who answer each other through a third.
    private const int Remembered = 6;
    private readonly Dictionary<Entity, IReadOnlyList<Entity>> carriers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Entity, Entity> persons = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Entity> heads = new(StringComparer.Ordinal);
    private readonly List<(Entity Speaker, Gender? Gender)> recent = [];

    /// <summary>The speaker of the last report that lay in no other; null before the first.</summary>
    public Entity? Speaker => recent is [.., var last] ? last.Speaker : null;

    /// <summary>Media named by a phrase before the cue: «ووفقاً لما نقله الإعلام، قال …».</summary>
    public List<Entity> Pending { get; } = [];

    /// <summary>Who carried a speaker's words last; the next words of his came the same way unless they say otherwise.</summary>
    public IReadOnlyList<Entity> ViaOf(Entity speaker) => carriers.GetValueOrDefault(speaker, []);

    /// <param name="speaker">Who spoke.</param>
    /// <param name="via">Who carried the words.</param>
    /// <param name="gender">Of the verb that named the speaker; null where no verb did.</param>
    public void Remember(Entity speaker, IReadOnlyList<Entity> via, Gender? gender = null)
    {
        var known = gender ?? recent.FindLast(r => r.Speaker == speaker).Gender;
        recent.RemoveAll(r => r.Speaker == speaker);
        recent.Add((speaker, known));
        if (recent.Count > Remembered)
        {
            recent.RemoveAt(0);
        }

        if (via.Count > 0)
        {
            carriers[speaker] = via;
        }
    }

    /// <summary>
    /// The last speaker of whom a verb of this gender can tell. After «قالت الوكالة إن الوزير كتب رسالة» «وأضاف» is the minister, whose
    /// words the agency carries.
    /// </summary>
    public Entity? Agreeing(Gender gender, List<ReportDraft> drafts, AttributionScope scope)
    {
        if (recent is [.., var last] && last.Gender is { } other && other != gender && AttributionScope.IsMedium(last.Speaker)
            && drafts.FindLast(d => d.Speaker == last.Speaker && !d.IsInner) is { } told && scope.PersonIn(told.FirstToken, told.Words.EndToken) is { } person)
        {
            carriers[person] = [last.Speaker, .. ViaOf(last.Speaker)];
            return person;
        }

        return recent.FindLast(r => r.Gender is null || r.Gender == gender).Speaker;
    }

    /// <summary>True where somebody who has not spoken yet may be the last speaker by another name: «وأضاف المسؤول», but not «وأضاف مسؤول».</summary>
    public bool MayGoOn(Entity speaker, string text) =>
        !recent.Exists(r => r.Speaker == speaker) && (speaker.Type == ActorType.Person || (speaker is { Type: ActorType.Group, Mentions: [var first, ..] } && IsDefinite(first, text)));

    /// <summary>Of the verb that a speaker was last told of with, or null.</summary>
    public Gender? GenderOf(Entity speaker) => recent.FindLast(r => r.Speaker == speaker).Gender;

    /// <summary>«السفير الروسي أناتولي أنتونوف»: later «السفير الروسي» is the same person.</summary>
    public void Learn(Entity? office, Entity? person)
    {
        if (office is { Type: ActorType.Person } && person is not null && office != person)
        {
            persons[office] = person;
        }
    }

    /// <summary>Notes by which words a speaker was named: «المتحدث باسم الجيش فلان» is «المتحدث» from then on.</summary>
    public void LearnHeads(Entity speaker, string text)
    {
        foreach (var mention in speaker.Type == ActorType.Person ? speaker.Mentions.Where(m => m.NameSpan.Start > m.Span.Start).Take(4) : [])
        {
            heads[HeadOf(mention, text)] = speaker;
        }

        // «مسؤول حكومي» is «المسؤول» from then on.
        if (speaker is { Type: ActorType.Group, Known: null, Mentions: [var first, ..] } && !IsDefinite(first, text))
        {
            heads[HeadOf(first, text)] = speaker;
        }
    }

    /// <summary>The person behind an office, or the entity itself.</summary>
    public Entity? Resolve(Entity? entity, string text)
    {
        if (entity is null || persons.TryGetValue(entity, out var person))
        {
            return entity is null ? null : persons[entity];
        }

        // An office without a name of its own.
        return entity is { Type: ActorType.Person or ActorType.Group, Known: null } && entity.Mentions is [var first, ..] && first.NameSpan == first.Span
            && IsDefinite(first, text) && heads.TryGetValue(HeadOf(first, text), out var named)
            && (entity.Country is null || named.Country is null || entity.Country == named.Country) ? named : entity;
    }

    private static bool IsDefinite(ActorMention mention, string text) => text.AsSpan(mention.Span.Start, 2).SequenceEqual("ال");

    private static string HeadOf(ActorMention mention, string text)
    {
        var words = text.AsSpan(mention.Span.Start, mention.Span.Length);
        var space = words.IndexOf(' ');
        var head = ArabicFolding.Fold(space < 0 ? words : words[..space]);
        return head.StartsWith("ال", StringComparison.Ordinal) ? head[2..] : head;
    }
}
