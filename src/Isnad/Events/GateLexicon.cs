using System.Collections.Frozen;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>Words that speak against an event, from <c>topic-word</c> and <c>domain</c> records.</summary>
internal sealed class GateLexicon
{
    private readonly FrozenSet<string> topics;

    private GateLexicon(KnowledgeBase knowledge)
    {
        topics = knowledge.OfKind("topic-word").SelectMany(r => r.Values("also").Prepend(r.Headword)).Select(w => ArabicFolding.Fold(w)).ToFrozenSet(StringComparer.Ordinal);
        Domains = [.. knowledge.OfKind("domain").Select(r => new EventDomain(r))];
    }

    public static GateLexicon Of(KnowledgeBase knowledge) => knowledge.Table(k => new GateLexicon(k));

    /// <summary>Fields of life whose words look like events and are none: sport, weather, traffic.</summary>
    public IReadOnlyList<EventDomain> Domains { get; }

    /// <summary>«ملف» in «ملف الاغتيالات»: what it governs is a topic.</summary>
    public bool IsTopic(Token token)
    {
        foreach (var cut in token.Shape.Segmentations)
        {
            // «الوزير محادثات»: a word with the article governs nothing.
            if (cut.Enclitic.Length == 0 && !cut.Has(Proclitics.Article) && (topics.Contains(cut.Key) || topics.Contains(cut.Stem)))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A field of life with the words that show it.</summary>
internal sealed class EventDomain(KnowledgeRecord record)
{
    public KnowledgeRecord Entry { get; } = record;

    /// <summary>article: enough of its words and no event is read at all; sentence: one of its words near, and no event of these types.</summary>
    public bool CoversArticle { get; } = record["covers"] == "article";

    public FrozenSet<string> Words { get; } = record.Values("words").Select(w => ArabicFolding.Fold(w)).ToFrozenSet(StringComparer.Ordinal);

    public IReadOnlyList<string> Types { get; } = record.Values("types");
}
