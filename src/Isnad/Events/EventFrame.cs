using System.Collections.Frozen;
using Isnad.Knowledge;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>Which complement of a trigger plays which part, read from an event entry.</summary>
internal sealed class EventFrame
{
    public const string Subject = "subject";
    public const string Object = "object";
    public const string Nobody = "none";

    /// <summary>In «requires»: two or more have to do it together.</summary>
    public const string Joint = "joint";

    /// <summary>In «requires»: it has to govern a word of that event type («announces a withdrawal»).</summary>
    public const string GovernsPrefix = "governs ";
    private const int ShortestInflected = 3;

    private static readonly HashSet<string> Spoken = ["ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"];

    public EventFrame(KnowledgeRecord entry)
    {
        Entry = entry;
        Type = Path.GetFileNameWithoutExtension(entry.File).ToUpperInvariant();
        Mode = entry["mode"];
        Actor = Slots(entry, "actor", Subject);
        Recipient = Slots(entry, "recipient", Object);
        GenitiveIsRecipient = entry["genitive"] == "recipient";
        GenitiveIsActor = entry["genitive"] == "actor";
        IsSymmetric = entry.Is("symmetric");
        Requires = [.. entry.Values("requires")];
        Unless = Words(entry, "unless");
        When = Words(entry, "when");
        IsLasting = entry.Is("lasting");
        Status = EventStatusNames.Parse(entry["status"]);
    }

    public KnowledgeRecord Entry { get; }

    /// <summary>Event type in capitals: the name of the entry's file.</summary>
    public string Type { get; }

    public string? Mode { get; }

    /// <summary>Done with words: in the present tense it reports what was said.</summary>
    public bool IsSpoken => Spoken.Contains(Type);

    /// <summary>Whether events of a type are force done to somebody.</summary>
    public static bool IsForce(string type) => type is "ASSAULT" or "COERCE";

    /// <summary>Slots of the actor, tried in order: subject, object or a folded preposition.</summary>
    public IReadOnlyList<string> Actor { get; }

    public IReadOnlyList<string> Recipient { get; }

    public bool GenitiveIsRecipient { get; }

    public bool GenitiveIsActor { get; }

    public bool IsSymmetric { get; }

    /// <summary>Takes weeks rather than hours: حرب، مفاوضات.</summary>
    public bool IsLasting { get; }

    /// <summary>Parts that have to be filled for the word to be an event: actor, recipient, or a slot.</summary>
    public IReadOnlyList<string> Requires { get; }

    /// <summary>Folded words that make it no event.</summary>
    public FrozenSet<string> Unless { get; }

    /// <summary>Folded words of which one has to stand near.</summary>
    public FrozenSet<string> When { get; }

    /// <summary>Status that the word itself fixes.</summary>
    public EventStatus? Status { get; }

    private static string[] Slots(KnowledgeRecord entry, string field, string usual)
    {
        var values = entry.Values(field);
        return values.Count == 0 ? [usual] : [.. values.Where(v => v != Nobody).Select(v => v is Subject or Object ? v : ArabicFolding.Fold(v))];
    }

    private static FrozenSet<string> Words(KnowledgeRecord entry, string field) =>
        entry.Values(field).SelectMany(v => Inflected(ArabicFolding.Fold(v))).ToFrozenSet(StringComparer.Ordinal);

    // «صاروخ» also stands for «صاروخاً», «معارض» for «معارضين»: entries list a word once.
    private static IEnumerable<string> Inflected(string word)
    {
        yield return word;
        if (word.Length < ShortestInflected || word[^1] is 'ا' or 'ه')
        {
            yield break;
        }

        yield return word + "ا";
        if (word.Length > ShortestInflected)
        {
            yield return word + "ين";
            yield return word + "ون";
            yield return word + "ان";
            yield return word + "ات";
        }
    }
}

/// <summary>Names of statuses as knowledge and output write them.</summary>
internal static class EventStatusNames
{
    public static EventStatus? Parse(string? name) =>
        Enum.TryParse<EventStatus>(name, ignoreCase: true, out var status) ? status : null;
}
