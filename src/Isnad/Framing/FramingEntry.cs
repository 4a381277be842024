using Isnad.Actors;
using Isnad.Knowledge;

namespace Isnad.Framing;

/// <summary>What has to stand next to loaded words for them to count.</summary>
internal enum Neighbour
{
    Nationality,
    State,
    Person,
    Group,
    Organization,
}

/// <summary>An entry of <c>knowledge/framing</c>, read once.</summary>
internal sealed class FramingEntry
{
    public FramingEntry(KnowledgeRecord record)
    {
        Record = record;
        Kind = record.Kind == "loaded-verb" ? "loaded" : record.Kind;
        FollowedBy = Neighbours(record, "followed-by");
        PrecededBy = Neighbours(record, "preceded-by");
        After = [.. record.Values("after").Select(w => Text.ArabicFolding.Fold(w))];
        Unless = [.. record.Values("unless").Select(w => Text.ArabicFolding.Fold(w))];
        SpeakersUseIt = record.Is("spoken");
    }

    public KnowledgeRecord Record { get; }

    /// <summary>loaded, so-called or doubt.</summary>
    public string Kind { get; }

    public IReadOnlyList<Neighbour> FollowedBy { get; }

    public IReadOnlyList<Neighbour> PrecededBy { get; }

    /// <summary>Folded words of which one has to stand close before; the mark then begins with it.</summary>
    public HashSet<string> After { get; }

    /// <summary>Folded words next to it that make it an ordinary word.</summary>
    public HashSet<string> Unless { get; }

    /// <summary>True where speakers use the word themselves, so that in reported speech it need not be the outlet's.</summary>
    public bool SpeakersUseIt { get; }

    public string? Neutral => Record["neutral"];

    /// <summary>Country that the words colour wherever they stand, or null.</summary>
    public string? TargetCountry => Record["target"];

    /// <summary>Whether an entity is a neighbour of the kind asked for.</summary>
    public static bool Is(Entity entity, Neighbour neighbour) => neighbour switch
    {
        Neighbour.State or Neighbour.Nationality => entity.Type == ActorType.Geopolitical,
        Neighbour.Person => entity.Type == ActorType.Person,
        Neighbour.Group => entity.Type == ActorType.Group,
        _ => entity.Type == ActorType.Organization,
    };

    private static Neighbour[] Neighbours(KnowledgeRecord record, string field) =>
        [.. record.Values(field).Select(v => Enum.TryParse<Neighbour>(v, ignoreCase: true, out var n) ? n : (Neighbour?)null).OfType<Neighbour>()];
}
