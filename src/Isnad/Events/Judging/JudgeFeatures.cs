using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Events.Judging;

/// <summary>Collects what can be observed of a candidate: its word, its clause, its parts, its sentence.</summary>
/// <param name="candidates">All candidates of the article: an act that it tells of again and again is its subject.</param>
internal sealed class JudgeFeatures(NewsDocument document, ClauseScanner scanner, IReadOnlyList<EventCandidate> candidates)
{
    private const int LongestTitle = 30;
    private const int Window = 5;
    private const int LongestSentence = 120;
    private const int Others = 12;
    private readonly JudgedWords words = new(document);
    private readonly Dictionary<string, int> ofType = candidates.GroupBy(c => c.Type).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    private IReadOnlyList<JudgeFeature>? ofTitle;
    private List<JudgeFeature> ofStretch = [];
    private (int First, int End) stretch = (-1, -1);
    private readonly SpanSet speech = new(document.Quotations.Where(q => q.IsSpeech).Select(q => q.Inner));
    private readonly SpanSet reported = new(document.Reports.SelectMany(r => r.Content));

    /// <summary>Features of one candidate, those of its word and clause first.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="sentence">All candidates of its sentence, itself among them.</param>
    public List<JudgeFeature> Of(EventCandidate candidate, IReadOnlyList<EventCandidate> sentence)
    {
        var features = new List<JudgeFeature>(256);
        OfWord(candidate, features);
        OfSurroundings(candidate.Trigger, features);
        OfParts(candidate, features);
        OfPlace(candidate, sentence.Count - 1, features);
        OfArticle(candidate, features);
        OfSentence(candidate.Trigger, features);
        foreach (var other in sentence.Take(Others).Where(o => o != candidate))
        {
            features.Add(new(JudgeTemplate.SentenceEntry, other.Trigger.Frame.Entry.Id));
            features.Add(new(JudgeTemplate.SentenceEntry, other.Type));
        }

        return features;
    }

    private static string FormOf(Trigger trigger) =>
        trigger.Class + (trigger.Cut.Has(Proclitics.Article) ? "+ال" : "") + (trigger.Cut.HasPreposition ? "+ب" : "") + (trigger.Cut.Enclitic.Length > 0 ? "+ه" : "")
        + (trigger.Verb is { } verb ? $"+{verb.Tense}+{verb.Person}{(trigger.IsPassive ? "+passive" : "")}" : "");

    private void OfWord(EventCandidate candidate, List<JudgeFeature> features)
    {
        var trigger = candidate.Trigger;
        var form = FormOf(trigger);
        var entry = trigger.Frame.Entry.Id;
        features.Add(new(JudgeTemplate.Always));
        features.Add(new(JudgeTemplate.Entry, entry));
        features.Add(new(JudgeTemplate.EntryWithForm, entry, form));
        features.Add(new(JudgeTemplate.Word, words.Stem(trigger.FirstToken)));
        features.Add(new(JudgeTemplate.Form, form));
        features.Add(new(JudgeTemplate.Mode, candidate.Mode ?? "none"));
        features.Add(new(JudgeTemplate.Status, candidate.Status.ToString()));
        foreach (var evidence in candidate.Because)
        {
            if (evidence.Entry is not null && evidence.Rule is "event.status" or "event.light-verb" or "event.governor")
            {
                features.Add(new(JudgeTemplate.Governor, evidence.Rule, evidence.Entry!));
            }
        }
    }

    private void OfSurroundings(Trigger trigger, List<JudgeFeature> features)
    {
        var sentence = document.Sentences[document.Tokens[trigger.FirstToken].Sentence];
        int Inside(int token) => token >= sentence.FirstToken && token < sentence.EndToken ? token : -1;
        var (before, after) = (Inside(trigger.FirstToken - 1), Inside(trigger.EndToken));
        features.Add(new(JudgeTemplate.WordBefore, words.Stem(before)));
        features.Add(new(JudgeTemplate.SecondWordBefore, words.Stem(Inside(trigger.FirstToken - 2))));
        features.Add(new(JudgeTemplate.WordAfter, words.Stem(after)));
        features.Add(new(JudgeTemplate.SecondWordAfter, words.Stem(Inside(trigger.EndToken + 1))));
        features.Add(new(JudgeTemplate.ClassBefore, words.Class(before)));
        features.Add(new(JudgeTemplate.ClassAfter, words.Class(after)));
        features.Add(new(JudgeTemplate.ClassPair, words.Class(before), words.Class(after)));
        features.Add(new(JudgeTemplate.TagBefore, words.Tag(before)));
        features.Add(new(JudgeTemplate.TagAfter, words.Tag(after)));
        var entry = trigger.Frame.Entry.Id;
        features.Add(new(JudgeTemplate.EntryBefore, entry, words.Class(before)));
        features.Add(new(JudgeTemplate.EntryAfter, entry, words.Class(after)));
        features.Add(new(JudgeTemplate.Opener, Opener(trigger.FirstToken)));
        for (var token = Math.Max(sentence.FirstToken, trigger.FirstToken - Window); token < Math.Min(sentence.EndToken, trigger.EndToken + Window); token++)
        {
            if ((token < trigger.FirstToken || token >= trigger.EndToken) && document.Tokens[token].Kind is TokenKind.Word or TokenKind.Number)
            {
                features.Add(new(JudgeTemplate.Near, words.Stem(token)));
                features.Add(new(JudgeTemplate.NearClass, words.Class(token)));
            }
        }
    }

    // What opened the clause: «أن»، «الذي»، «إذا», or the verb before it.
    private string Opener(int token)
    {
        var at = scanner.ChunkAt(token);
        for (var chunk = at - 1; chunk >= 0 && scanner.Marks.SameSentence(chunk, at); chunk--)
        {
            if (scanner.Chunks[chunk].Kind is ChunkKind.Verb or ChunkKind.Complementizer or ChunkKind.Relative or ChunkKind.Subordinator)
            {
                return words.Stem(scanner.Chunks[chunk].First);
            }
        }

        return "";
    }

    private void OfParts(EventCandidate candidate, List<JudgeFeature> features)
    {
        var parts = (candidate.Actors.Count > 0 ? "actor " : "") + (candidate.Recipients.Count > 0 ? "recipient " : "") + (candidate.Date is not null ? "date " : "")
            + (candidate.Place is not null ? "place " : "") + (candidate.Counts.Count > 0 ? "count" : "");
        features.Add(new(JudgeTemplate.Parts, parts));
        foreach (var part in parts.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            features.Add(new(JudgeTemplate.Parts, part, "one"));
            features.Add(new(JudgeTemplate.FormWithParts, part, FormOf(candidate.Trigger)));
        }

        foreach (var count in candidate.Counts)
        {
            features.Add(new(JudgeTemplate.Counts, count.What));
        }

        AddEntities(JudgeTemplate.Actor, candidate.Actors, features);
        AddEntities(JudgeTemplate.Recipient, candidate.Recipients, features);
    }

    private void AddEntities(JudgeTemplate template, IReadOnlyList<int> entities, List<JudgeFeature> features)
    {
        foreach (var entity in entities.Take(2))
        {
            features.Add(new(template, document.Entities[entity].Type.ToString(), document.Entities[entity].Sector ?? "unknown"));
        }
    }

    private void OfPlace(EventCandidate candidate, int othersInSentence, List<JudgeFeature> features)
    {
        var ordinal = candidate.InTitle ? "title" : candidate.Sentence switch { <= 1 => "first", <= 3 => "early", <= 8 => "middle", _ => "late" };
        var span = candidate.Span;
        features.Add(new(JudgeTemplate.Position, ordinal));
        features.Add(new(JudgeTemplate.Speech, speech.Overlaps(span) ? "quoted" : reported.Overlaps(span) ? "reported" : "told"));
        features.Add(new(JudgeTemplate.OtherEvents, othersInSentence switch { 0 => "none", 1 => "one", 2 or 3 => "few", _ => "many" }));
    }

    /// <summary>What the article is about, as its title says it, and how much of it tells of acts of this kind.</summary>
    private void OfArticle(EventCandidate candidate, List<JudgeFeature> features)
    {
        var same = ofType[candidate.Type] - 1;
        features.Add(new(JudgeTemplate.SameType, same switch { 0 => "none", 1 => "one", <= 3 => "few", <= 8 => "many", _ => "most" }));
        features.Add(new(JudgeTemplate.ArticleSize, document.Sentences.Count switch { <= 2 => "sentence", <= 8 => "brief", <= 20 => "report", <= 50 => "long", _ => "essay" }));
        var hundredth = candidates.Count * 100 / Math.Max(1, document.Tokens.Count);
        features.Add(new(JudgeTemplate.Density, hundredth switch { 0 => "0", 1 => "1", 2 => "2", 3 or 4 => "4", _ => "5" }));
        features.AddRange(ofTitle ??= Title());
    }

    private List<JudgeFeature> Title()
    {
        var seen = new HashSet<JudgeFeature>();
        for (var token = 0; token < Math.Min(document.Tokens.Count, LongestTitle) && document.Structure.Title.Contains(document.Tokens[token].Span.Start); token++)
        {
            seen.Add(new(JudgeTemplate.TitleWord, words.Stem(token)));
            seen.Add(new(JudgeTemplate.TitleClass, words.Class(token)));
        }

        return [.. seen];
    }

    private void OfSentence(Trigger trigger, List<JudgeFeature> features)
    {
        var sentence = document.Sentences[document.Tokens[trigger.FirstToken].Sentence];
        // A text without full stops is one sentence: only what stands near counts.
        var first = Math.Max(sentence.FirstToken, trigger.FirstToken - (LongestSentence / 2));
        var end = Math.Min(sentence.EndToken, first + LongestSentence);
        if (stretch != (first, end))
        {
            // The candidates of a sentence come one after the other and share what is seen of it.
            (stretch, ofStretch) = ((first, end), OfStretch(first, end));
        }

        features.AddRange(ofStretch);
    }

    private List<JudgeFeature> OfStretch(int first, int end)
    {
        var features = new List<JudgeFeature>();
        var seen = new HashSet<JudgeFeature>();
        var firstVerb = true;
        for (var token = first; token < end; token++)
        {
            var stem = words.Stem(token);
            seen.Add(new(JudgeTemplate.InSentence, stem));
            seen.Add(new(JudgeTemplate.SentenceClass, words.Class(token)));
            if (token + 1 < end)
            {
                seen.Add(new(JudgeTemplate.SentencePair, stem, words.Stem(token + 1)));
            }

            if (document.Words[token].Count > 0 && scanner.IsFiniteVerb(token))
            {
                features.Add(firstVerb ? new(JudgeTemplate.FirstVerb, stem) : new(JudgeTemplate.SentenceVerb, stem));
                firstVerb = false;
            }

            if (scanner.MentionAt(token) is { EntityId: >= 0 } mention)
            {
                seen.Add(new(JudgeTemplate.SentenceWho, document.Entities[mention.EntityId].Type.ToString(), document.Entities[mention.EntityId].Sector ?? "unknown"));
            }

            if (token + 1 < end)
            {
                seen.Add(new(JudgeTemplate.SentenceClasses, words.Class(token), words.Class(token + 1)));
            }

            if (scanner.TimeEndAt(token) > 0)
            {
                seen.Add(new(JudgeTemplate.SentenceTime, stem));
            }
        }

        features.Add(new(JudgeTemplate.SentenceSize, (end - first) switch { < 8 => "short", < 16 => "8", < 32 => "16", < 64 => "32", _ => "64" }));
        features.AddRange(seen);
        return features;
    }
}
