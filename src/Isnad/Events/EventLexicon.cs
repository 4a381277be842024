using Isnad.Knowledge;
using Isnad.Language;

namespace Isnad.Events;

/// <summary>Frames of the event entries, and the entries of several words.</summary>
internal sealed class EventLexicon
{
    private const string Folder = "events/";
    private readonly Dictionary<KnowledgeRecord, EventFrame> frames = [];

    public EventLexicon(KnowledgeBase knowledge)
    {
        foreach (var record in knowledge.Records)
        {
            if (record.Kind is "verb" or "noun" or "phrase" && record.File.StartsWith(Folder, StringComparison.Ordinal))
            {
                frames.Add(record, new EventFrame(record));
                if (record.Kind == "phrase" || record.Headword.Contains(' ', StringComparison.Ordinal))
                {
                    foreach (var variant in Definite(record.Headword))
                    {
                        Phrases.Add(variant, record);
                    }
                }
            }
        }
    }

    public static EventLexicon Of(KnowledgeBase knowledge) => knowledge.Table(k => new EventLexicon(k));

    public PhraseTrie<KnowledgeRecord> Phrases { get; } = new();

    public EventFrame? FrameOf(KnowledgeRecord entry) => frames.GetValueOrDefault(entry);

    // «حظر تجول», «حظر التجول»: an idafa becomes definite on its last word, a noun with adjective on both.
    private static IEnumerable<string> Definite(string phrase)
    {
        yield return phrase;
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 2 && words.All(w => w.Length > 2 && !w.StartsWith("ال", StringComparison.Ordinal)))
        {
            yield return $"{words[0]} ال{words[1]}";
            yield return $"ال{words[0]} ال{words[1]}";
        }
    }
}
