using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Places;
using Isnad.Text;

namespace Isnad.Framing;

/// <summary>The words of <c>knowledge/framing</c>, ready to be found in tokens.</summary>
internal sealed class FramingLexicon
{
    private readonly Dictionary<KnowledgeRecord, FramingEntry> verbs = [];
    private readonly HashSet<string> nameOpeners = new(StringComparer.Ordinal);
    private readonly Nationalities nationalities;

    private FramingLexicon(KnowledgeBase knowledge)
    {
        foreach (var record in knowledge.Records.Where(r => r.Kind is "loaded" or "so-called" or "doubt"))
        {
            var entry = new FramingEntry(record);
            foreach (var phrase in record.Values("also").Prepend(record.Headword))
            {
                Phrases.Add(phrase, entry);
                if (record.Kind == "loaded" && IsBareWord(phrase))
                {
                    Phrases.Add("ال" + phrase, entry);
                }
            }
        }

        foreach (var record in knowledge.OfKind("loaded-verb"))
        {
            verbs.Add(record, new FramingEntry(record));
        }

        nameOpeners.UnionWith(knowledge.OfKind("name-opener").SelectMany(r => r.Values("words")).Select(w => ArabicFolding.Fold(w)));
        nationalities = Nationalities.Of(knowledge);
    }

    public PhraseTrie<FramingEntry> Phrases { get; } = new();

    public static FramingLexicon Of(KnowledgeBase knowledge) => knowledge.Table(k => new FramingLexicon(k));

    public FramingEntry? VerbEntry(KnowledgeRecord record) => verbs.GetValueOrDefault(record);

    /// <summary>«قناة», «عملية»: a noun that a name follows.</summary>
    public bool OpensName(Token token) =>
        nameOpeners.Contains(token.Folded) || token.Shape.Segmentations.Any(cut => nameOpeners.Contains(cut.Stem));

    /// <summary>«التركي», «التركية»: an adjective of a state.</summary>
    public bool IsNationality(Token token) => nationalities.Of(token, definite: false) is not null;

    private static bool IsBareWord(string phrase) => !phrase.Contains(' ', StringComparison.Ordinal) && !phrase.StartsWith("ال", StringComparison.Ordinal);
}
