using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Text;

namespace Isnad.Attribution;

/// <summary>A verbless cue; <paramref name="NeedsFor"/> where the ل of «وفقاً لـ» is written with the next word.</summary>
internal sealed record CuePhrase(KnowledgeRecord Entry, bool NeedsFor);

/// <summary>The words of the attribution folder, ready to be found in tokens.</summary>
internal sealed class AttributionLexicon
{
    private const string WrittenFor = " ل";
    private readonly HashSet<string> ownLetter;

    public AttributionLexicon(KnowledgeBase knowledge)
    {
        foreach (var record in knowledge.OfKind("cue-phrase"))
        {
            foreach (var phrase in record.Values("also").Prepend(record.Headword))
            {
                var needsFor = phrase.EndsWith(WrittenFor, StringComparison.Ordinal);
                Phrases.Add(needsFor ? phrase[..^WrittenFor.Length] : phrase, new(record, needsFor));
            }
        }

        foreach (var record in knowledge.OfKind("statement-noun"))
        {
            foreach (var (form, _) in NounInflection.Forms(record.Headword, record.Values("plural")))
            {
                Statements.Add(form, record);
                Statements.Add("ال" + form, record);
            }
        }

        Openers = Words(knowledge, "content-opener");
        Impersonals = Words(knowledge, "impersonal");
        Circumstances = Words(knowledge, "circumstance");
        Contrasts = Words(knowledge, "contrast");
        ownLetter = [.. List(knowledge, "own-letter").Select(w => ArabicFolding.Fold(w))];
    }

    /// <summary>«بحسب»، «نقلاً عن»</summary>
    public PhraseTrie<CuePhrase> Phrases { get; } = new();

    /// <summary>«بيان»، «تصريحات»</summary>
    public PhraseTrie<KnowledgeRecord> Statements { get; } = new();

    private PhraseTrie<string> Openers { get; }

    private PhraseTrie<string> Impersonals { get; }

    private PhraseTrie<string> Circumstances { get; }

    private PhraseTrie<string> Contrasts { get; }

    public static AttributionLexicon Of(KnowledgeBase knowledge) => knowledge.Table(k => new AttributionLexicon(k));

    /// <summary>True for «أن»، «إنه»، «بأن»; «لأن» and «كأن» give reasons.</summary>
    public bool OpensContent(IReadOnlyList<Token> tokens, int at) =>
        Openers.At(tokens, at, pronouns: true).Exists(m => (m.Proclitics & (Proclitics.For | Proclitics.Like)) == 0);

    /// <summary>Index after «يذكر أن» and its like, or 0.</summary>
    public int ImpersonalAt(IReadOnlyList<Token> tokens, int at) => EndOf(Impersonals, tokens, at);

    /// <summary>Index after «على هامش» and its like, or 0.</summary>
    public int CircumstanceAt(IReadOnlyList<Token> tokens, int at) => EndOf(Circumstances, tokens, at);

    /// <summary>Index after «إلا أن» and its like, or 0.</summary>
    public int ContrastAt(IReadOnlyList<Token> tokens, int at) => EndOf(Contrasts, tokens, at);

    /// <summary>True where the ب of a word is its own: «بيان».</summary>
    public bool HasOwnLetter(Token token) => ownLetter.Contains(token.Folded);

    private static int EndOf(PhraseTrie<string> phrases, IReadOnlyList<Token> tokens, int at) =>
        at >= 0 && at < tokens.Count && phrases.At(tokens, at, pronouns: true) is [var longest, ..] ? longest.EndToken : 0;

    private static PhraseTrie<string> Words(KnowledgeBase knowledge, string list)
    {
        var trie = new PhraseTrie<string>();
        foreach (var word in List(knowledge, list))
        {
            trie.Add(word, word);
        }

        return trie;
    }

    private static IEnumerable<string> List(KnowledgeBase knowledge, string list) =>
        knowledge.OfKind("report-words").Where(r => r.Headword == list).SelectMany(r => r.Values("words"));
}
