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
    private readonly HashSet<string> courtesies;
    private readonly HashSet<string> partitives;
    private readonly HashSet<string> partWords;
    private readonly HashSet<string> issuing;
    private readonly HashSet<string> reasons;
    private readonly HashSet<string> objects;
    private readonly HashSet<string> adverbs;
    private readonly HashSet<string> topics;
    private readonly HashSet<string> masculineStates;
    private readonly HashSet<string> conditions;
    private readonly HashSet<string> questionLabels;
    private readonly HashSet<string> answerLabels;
    private readonly HashSet<string> interviews;
    private readonly HashSet<string> mediumNouns;

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
        ownLetter = Set(knowledge, "own-letter");
        courtesies = Set(knowledge, "courtesy");
        partitives = Set(knowledge, "partitive");
        partWords = Set(knowledge, "part");
        issuing = Set(knowledge, "issuing");
        reasons = Set(knowledge, "reason");
        objects = Set(knowledge, "object");
        adverbs = Set(knowledge, "adverb");
        topics = Set(knowledge, "topic");
        conditions = Set(knowledge, "condition");
        questionLabels = Set(knowledge, "question-label");
        answerLabels = Set(knowledge, "answer-label");
        interviews = Set(knowledge, "interview");
        mediumNouns = Set(knowledge, "medium-noun");
        masculineStates = Set(knowledge, "masculine-state");
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

    /// <summary>«سموه»، «فخامته»: the one who is spoken of so, and no new name.</summary>
    public bool IsCourtesy(Token token) => courtesies.Contains(token.Folded);

    /// <summary>«من» after «عدد» and its like.</summary>
    public bool IsPartitive(Token token) => partitives.Contains(token.Folded);

    /// <summary>«كبار»، «أبرز»: says which of those that the next noun names.</summary>
    public bool IsPartWord(Token token) => IsPartWord(token.Folded);

    /// <summary>The same of a folded word.</summary>
    public bool IsPartWord(string folded) => partWords.Contains(folded);

    /// <summary>«عن»، «من»: whose statement it is follows.</summary>
    public bool IsIssuing(Token token) => issuing.Contains(token.Folded);

    /// <summary>«رغم [أن]»، «بعد [أن]»: what follows gives a reason or a time and is no statement.</summary>
    public bool GivesReason(Token token) => reasons.Contains(token.Folded) || (token.Folded is ['و' or 'ف', ..] && reasons.Contains(token.Folded[1..]));

    /// <summary>«القول»، «الانتباه»: the object of its verb, never who speaks.</summary>
    public bool IsObjectOnly(Token token) => objects.Contains(token.Folded);

    /// <summary>«لو [أعلنت]»: what follows was not said.</summary>
    public bool IsCondition(Token token) => conditions.Contains(token.Folded);

    /// <summary>«أيضاً»، «لاحقاً»: stands between a verb and its subject.</summary>
    public bool IsAdverb(Token token) => adverbs.Contains(token.Folded);

    /// <summary>«أما [فلان، … فقال]»: the one whom the sentence turns to follows.</summary>
    public bool OpensTopic(Token token) => topics.Contains(token.Folded);

    /// <summary>Names of states and their seats that take a masculine verb: «لبنان».</summary>
    public bool IsMasculineState(Token token) => masculineStates.Contains(token.Folded);

    /// <summary>«س», «سؤال» before a question.</summary>
    public bool IsQuestionLabel(Token token) => questionLabels.Contains(token.Folded);

    /// <summary>«ج», «جواب» before an answer.</summary>
    public bool IsAnswerLabel(Token token) => answerLabels.Contains(token.Folded);

    /// <summary>«وكالة», «صحيفة»: tells no medium from another.</summary>
    public bool IsMediumNoun(string word) => mediumNouns.Contains(word);

    /// <summary>«حوار», «مقابلة», «حاور»: whoever was asked is named next.</summary>
    public bool IsInterview(Token token) => token.Shape.Segmentations.Any(cut => interviews.Contains(cut.Stem) || interviews.Contains(cut.Key));

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

    private static HashSet<string> Set(KnowledgeBase knowledge, string list) => [.. List(knowledge, list).Select(w => ArabicFolding.Fold(w))];

    private static IEnumerable<string> List(KnowledgeBase knowledge, string list) =>
        knowledge.OfKind("report-words").Where(r => r.Headword == list).SelectMany(r => r.Values("words"));
}
