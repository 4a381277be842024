using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>How far a status cue reaches.</summary>
internal enum CueScope
{
    /// <summary>The verb right after it: «لم»، «قد».</summary>
    Verb,

    /// <summary>The noun or clause that it governs: «يعتزم»، «تأجيل»، «من المقرر أن».</summary>
    Complement,

    /// <summary>The noun it describes: «اللقاء المرتقب».</summary>
    Adjective,

    /// <summary>The whole clause that it opens: «إذا»، «في حال».</summary>
    Clause,
}

/// <summary>A word or phrase that tells the state of reality.</summary>
internal readonly record struct StatusCueMatch(EventStatus Status, CueScope Scope, KnowledgeRecord Entry, int FirstToken, int EndToken, TextSpan Span)
{
    public bool Concerns(EventFrame frame) => StatusCues.Concerns(Entry, frame);
}

/// <summary>Status cues of <c>status-cue</c> records: phrases, and verbs and nouns with all their forms.</summary>
internal sealed class StatusCues
{
    private readonly PhraseTrie<KnowledgeRecord> phrases = new();

    private StatusCues(KnowledgeBase knowledge)
    {
        foreach (var record in knowledge.OfKind(Governor.StatusCue).Where(r => r["root"] is null))
        {
            foreach (var form in record.Values("also").Prepend(record.Headword))
            {
                phrases.Add(form, record);
                if (record["scope"] == "adjective")
                {
                    // An adjective follows its noun in article and case: «زيارة مرتقبة», «اللقاء المرتقب», «اجتماعاً مرتقباً».
                    phrases.Add("ال" + form, record);
                    phrases.Add(form + "ا", record);
                }
            }
        }
    }

    /// <summary>
    /// «نفى الاتهامات» leaves the accusations as they are: a cue may except event types. «أعلن سحب قواته» is a plan, «أعلن مقتل ثلاثة»
    /// is none: a cue may concern only some entries.
    /// </summary>
    public static bool Concerns(KnowledgeRecord cue, EventFrame frame) =>
        !cue.Values("except").Contains(frame.Type) && cue.Values("only") is var only && (only.Count == 0 || only.Contains(frame.Entry.Headword));

    /// <summary>Whether a cue governs a noun: one that says nothing of its reality may still say who is accused («نفى الاتهامات»).</summary>
    public static bool Governs(KnowledgeRecord cue, EventFrame frame) => Concerns(cue, frame) || (cue.Is("accused") && frame.Type == "ACCUSE");

    public static StatusCues Of(KnowledgeBase knowledge) => knowledge.Table(k => new StatusCues(k));

    /// <summary>Cues that begin at a token, longest first.</summary>
    public IEnumerable<StatusCueMatch> At(NewsDocument document, int token)
    {
        foreach (var match in phrases.At(document.Tokens, token, pronouns: true))
        {
            // «كما», «بما», «لما» are conjunctions: what stands before a verb takes no preposition.
            if (Read(match.Value, match.FirstToken, match.EndToken, match.Span) is { } cue
                && (cue.Scope != CueScope.Verb || (match.Proclitics & (Proclitics.Like | Proclitics.By | Proclitics.For)) == 0))
            {
                yield return cue;
            }
        }

        foreach (var reading in document.Words[token])
        {
            if (reading.Sense.Entry.Kind == Governor.StatusCue && reading.Sense.Class is not (WordClass.Participle or WordClass.Noun)
                && Read(reading.Sense.Entry, token, token + 1, document.Tokens[token].Span) is { } cue)
            {
                yield return cue;
            }
        }
    }

    private static StatusCueMatch? Read(KnowledgeRecord entry, int first, int end, TextSpan span) =>
        EventStatusNames.Parse(entry["status"]) is { } status
            ? new(status, Enum.TryParse<CueScope>(entry["scope"], ignoreCase: true, out var scope) ? scope : CueScope.Complement, entry, first, end, span)
            : null;
}
