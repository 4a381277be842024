using System.Collections.Frozen;
using Isnad.Knowledge;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>Decides the mode of a trigger: what its entry says, or the instrument named near it («بعبوة ناسفة»، «طائرة مسيّرة»).</summary>
internal sealed class ModeFinder(NewsDocument document, ClauseScanner scanner, KnowledgeBase knowledge)
{
    private readonly NearWords near = new(document, scanner);
    private readonly ModeLexicon lexicon = knowledge.Table(k => new ModeLexicon(k));

    public (string? Mode, Evidence? Because) Of(Trigger trigger)
    {
        foreach (var cue in lexicon.Of(trigger.Frame.Type))
        {
            if ((trigger.Frame.Mode is null || cue.Over.Contains(trigger.Frame.Mode)) && near.Find(trigger.FirstToken, trigger.EndToken, cue.Words) is { } word)
            {
                return (cue.Mode, new("event.mode", cue.Entry.Id, null, $"«{word}» stands near"));
            }
        }

        return (trigger.Frame.Mode, null);
    }
}

/// <summary>Words that set a mode.</summary>
internal sealed record ModeCue(KnowledgeRecord Entry, string Mode, FrozenSet<string> Words, IReadOnlyList<string> Over);

/// <summary>Mode cues by event type, from <c>mode-cue</c> records.</summary>
internal sealed class ModeLexicon(KnowledgeBase knowledge)
{
    private readonly Dictionary<string, ModeCue[]> byType = knowledge.OfKind("mode-cue")
        .GroupBy(r => r["type"] ?? "", StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Select(Read).ToArray(), StringComparer.Ordinal);

    public IReadOnlyList<ModeCue> Of(string type) => byType.GetValueOrDefault(type, []);

    private static ModeCue Read(KnowledgeRecord record) =>
        new(record, record.Headword, record.Values("words").Select(w => ArabicFolding.Fold(w)).ToFrozenSet(StringComparer.Ordinal), record.Values("over"));
}
