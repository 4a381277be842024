using System.Collections.Concurrent;
using Isnad.Knowledge;
using Isnad.Text;

namespace Isnad.Language.Morphology;

/// <summary>
/// Every form that the knowledge entries derive: verbs conjugated from root and form, masdars and nouns inflected.
/// Keys are folded and without clitics.
/// </summary>
internal sealed class Lexicon
{
    private const int CacheLimit = 200_000;

    // About as many as the shipped knowledge derives; more only costs growing.
    private const int UsualForms = 65_536;

    // «احتل» seizes, «الاحتلال» is a party: an entry says «masdar: none» where the masdar does not name the act.
    private const string NoMasdar = "none";
    private static readonly WordReading[] None = [];
    private readonly Dictionary<string, List<WordSense>> senses = new(UsualForms, StringComparer.Ordinal);
    private readonly List<(KnowledgeRecord Record, string Message)> problems = [];
    // By shape, not by spelling: «قتلة» and «قتله» fold alike and are cut differently.
    private readonly ConcurrentDictionary<WordShape, WordReading[]> cache = new();
    private int cached;

    public Lexicon(KnowledgeBase knowledge)
    {
        // Deriving is most of the work of starting up and knows nothing of other records.
        foreach (var derived in knowledge.Records.AsParallel().AsOrdered().Select(Derive))
        {
            foreach (var (form, sense) in derived.Forms)
            {
                Add(form, sense);
            }

            if (derived.Problem is { } problem)
            {
                problems.Add((derived.Record, problem));
            }
        }
    }

    /// <summary>Records that could not be conjugated, with the reason.</summary>
    public IReadOnlyList<(KnowledgeRecord Record, string Message)> Problems => problems;

    public static Lexicon Of(KnowledgeBase knowledge) => knowledge.Table(k => new Lexicon(k));

    /// <summary>All readings of a word, those with the fewest clitics first.</summary>
    public WordReading[] Read(WordShape shape)
    {
        if (shape.Segmentations.Count == 0)
        {
            return None;
        }

        if (cache.TryGetValue(shape, out var known))
        {
            return known;
        }

        List<WordReading>? found = null;
        foreach (var cut in shape.Segmentations)
        {
            if (senses.TryGetValue(cut.Stem, out var candidates))
            {
                foreach (var sense in candidates)
                {
                    if (Fits(sense, cut))
                    {
                        (found ??= []).Add(new(sense, cut));
                    }
                }
            }
        }

        var readings = found?.ToArray() ?? None;
        if (cached < CacheLimit && cache.TryAdd(shape, readings))
        {
            // Asking the dictionary for its count would take all its locks.
            Interlocked.Increment(ref cached);
        }

        return readings;
    }

    private static bool Fits(WordSense sense, Segmentation cut) => sense.Verb is { } verb
        ? FitsVerb(verb, cut)
        : !cut.Has(Proclitics.Future) && cut.Enclitic != "ني";

    private static bool FitsVerb(VerbFeatures verb, Segmentation cut)
    {
        // س goes with the present, ل with its subjunctive («ليبحث»); the article and other prepositions with no verb.
        if (cut.Has(Proclitics.Article | Proclitics.By | Proclitics.Like)
            || (cut.Has(Proclitics.Future) && (verb.Tense != Tense.Present || verb.Mood == Mood.SubjunctiveOrJussive))
            || (cut.Has(Proclitics.For) && (verb.Tense != Tense.Present || verb.Mood == Mood.Indicative)))
        {
            return false;
        }

        // A passive has no object left, and «me» on a verb is ني.
        return cut.Enclitic.Length == 0 || (verb.Voice == Voice.Active && cut.Enclitic != "ي");
    }

    private static Derivation Derive(KnowledgeRecord record)
    {
        var forms = new List<(string Form, WordSense Sense)>();
        string? problem = null;
        if (record["root"] is { } root && record["form"] is { } form)
        {
            try
            {
                AddVerb(forms, record, root, form);
            }
            catch (ConjugationException contradiction)
            {
                // «isnad knowledge check» names the line; the rest of the knowledge still works.
                problem = contradiction.Message;
            }
        }

        foreach (var masdar in record.Values("masdar").Where(m => m != NoMasdar))
        {
            AddNoun(forms, record, masdar, WordClass.Masdar, []);
        }

        if (record.Kind == "noun")
        {
            AddNoun(forms, record, record.Headword, WordClass.Noun, record.Values("plural"));
        }

        return new(record, forms, problem);
    }

    private static void AddVerb(List<(string Form, WordSense Sense)> forms, KnowledgeRecord record, string root, string form)
    {
        var lemma = new VerbLemma(record.Headword.Split(' ')[0], root, form, record["present"]?.Split(' ')[0]);
        foreach (var verb in Conjugator.Conjugate(lemma))
        {
            forms.Add((ArabicFolding.Fold(verb.Surface), new(record, WordClass.Verb, verb.Features, verb.Features.Number)));
        }

        foreach (var participle in Conjugator.Participles(lemma))
        {
            forms.Add((ArabicFolding.Fold(participle.Surface), new(record, WordClass.Participle, null, participle.Number) { Participle = participle.Kind }));
        }

        if (record.Values("masdar").Count == 0)
        {
            foreach (var masdar in Conjugator.Masdars(lemma))
            {
                AddNoun(forms, record, masdar, WordClass.Masdar, []);
            }
        }
    }

    private static void AddNoun(List<(string Form, WordSense Sense)> forms, KnowledgeRecord record, string singular, WordClass kind, IReadOnlyList<string> plurals)
    {
        foreach (var (form, number) in NounInflection.Forms(singular, plurals))
        {
            forms.Add((ArabicFolding.Fold(form), new(record, kind, null, number)));
        }
    }

    private void Add(string form, WordSense sense)
    {
        if (!senses.TryGetValue(form, out var list))
        {
            senses.Add(form, list = new(1));
        }

        // Persons that share a spelling («تبحث»: she, you) are one reading for who did what.
        foreach (var known in list)
        {
            if (known.Entry == sense.Entry && known.Class == sense.Class && known.Verb?.Voice == sense.Verb?.Voice && known.Verb?.Tense == sense.Verb?.Tense && known.Participle == sense.Participle && known.Number == sense.Number)
            {
                return;
            }
        }

        list.Add(sense);
    }

    /// <summary>The forms of one record, folded, and why it has none where its fields contradict each other.</summary>
    private sealed record Derivation(KnowledgeRecord Record, List<(string Form, WordSense Sense)> Forms, string? Problem);
}
