using System.Collections.Concurrent;
using System.Globalization;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Text;

namespace Isnad.Time.Lexicon;

/// <summary>Every word of temporal expressions in every form that knowledge derives, ready to be matched against tokens.</summary>
internal sealed class TimeLexicon
{
    private const int CacheLimit = 200_000;
    private readonly PhraseTrie<TimeWord> phrases = new();
    private readonly List<(int Month, int Day, int Year, HashSet<string> After)> knownDates = [];
    private readonly HashSet<string> firstWords = new(StringComparer.Ordinal);

    // Most words of an article begin no temporal expression; remembering that saves nine tenths of the work.
    private readonly ConcurrentDictionary<string, bool> unrelated = new(StringComparer.Ordinal);
    private int remembered;

    private TimeLexicon(KnowledgeBase knowledge)
    {
        foreach (var record in knowledge.Records)
        {
            Add(record);
        }
    }

    public static TimeLexicon Of(KnowledgeBase knowledge) => knowledge.Table(k => new TimeLexicon(k));

    /// <summary>All words and phrases that begin at a token, longest first.</summary>
    public IReadOnlyList<PhraseMatch<TimeWord>> At(IReadOnlyList<Token> tokens, int start)
    {
        var word = tokens[start].Folded;
        if (tokens[start].Kind is not TokenKind.Word || unrelated.ContainsKey(word))
        {
            return [];
        }

        var found = phrases.At(tokens, start);
        if (found.Count == 0 && remembered < CacheLimit && !CanBegin(tokens[start]) && unrelated.TryAdd(word, true))
        {
            // Asking the dictionary for its count would take all its locks.
            Interlocked.Increment(ref remembered);
        }

        return found;
    }

    /// <summary>The year of a famous day, where the word before it names what happened.</summary>
    public int? KnownYear(Token before, int month, int day)
    {
        foreach (var known in knownDates)
        {
            if (known.Month == month && known.Day == day && before.Shape.Segmentations.Any(cut => known.After.Contains(cut.Stem)))
            {
                return known.Year;
            }
        }

        return null;
    }

    private void Add(KnowledgeRecord record)
    {
        switch (record.Kind)
        {
            case "month":
                AddMonth(record);
                break;
            case "unit":
                AddUnit(record);
                break;
            case "modifier":
                AddModifier(record);
                break;
            case "number":
                AddNumber(record);
                break;
            case "weekday":
                AddAll(record, TimeWordKind.Weekday, "names", Number(record, "number"), "", article: false);
                foreach (var name in record.Values("names"))
                {
                    // «كل يوم اثنين»: without the article it needs support, for «أحد» is also "somebody".
                    Put(WithoutArticle(name), new(TimeWordKind.Weekday, record, Number(record, "number"), "", AlsoAWord: true));
                }

                break;
            case "known-date":
                knownDates.Add((Number(record, "month"), Number(record, "day"), Number(record, "year"), [.. record.Values("after").Select(w => ArabicFolding.Fold(w))]));
                break;
            case "named-day":
                AddAll(record, TimeWordKind.NamedDay, "names", 0, "", article: false);
                break;
            case "decade":
                AddAll(record, TimeWordKind.Decade, "words", Number(record, "number"), "");
                break;
            case "relative-day":
                AddAll(record, TimeWordKind.RelativeDay, "words", Number(record, "shift"), "", article: false);
                foreach (var word in record.Values("also-a-word"))
                {
                    Put(word, new(TimeWordKind.RelativeDay, record, Number(record, "shift"), "", Definite: true, AlsoAWord: true));
                }

                break;
            default:
                if (KindOf(record) is { } kind)
                {
                    var article = kind is TimeWordKind.Unit or TimeWordKind.Edge or TimeWordKind.DayPart or TimeWordKind.Season or TimeWordKind.Period;
                    AddAll(record, kind, "words", 0, record.Kind == "time-zone" ? record.Headword : record["code"] ?? record["part"] ?? record["value"] ?? record.Headword, article);
                }

                break;
        }
    }

    private static TimeWordKind? KindOf(KnowledgeRecord record) => record.Kind switch
    {
        "edge" => TimeWordKind.Edge,
        "day-part" => TimeWordKind.DayPart,
        "season" => TimeWordKind.Season,
        "period" => TimeWordKind.Period,
        "vague-time" => TimeWordKind.Vague,
        "frequency" => TimeWordKind.Frequency,
        "quantifier" => record.Headword == "few" ? TimeWordKind.Quantifier : TimeWordKind.QuantifierAfter,
        "approximation" => TimeWordKind.Approximation,
        "time-zone" => TimeWordKind.Zone,
        "time-word" => TimeWordKind.Small,
        "not-a-time" => TimeWordKind.NotATime,
        _ => null,
    };

    private void AddMonth(KnowledgeRecord record)
    {
        var ambiguous = record.Values("also-a-word").Select(name => ArabicFolding.Fold(name)).ToHashSet(StringComparer.Ordinal);
        foreach (var field in (string[])["levantine", "egyptian", "maghrebi", "moroccan", "names"])
        {
            foreach (var name in record.Values(field).Where(name => !Known(record, field, name)))
            {
                Put(name, new(TimeWordKind.Month, record, Number(record, "number"), record["calendar"] ?? "gregorian", AlsoAWord: ambiguous.Contains(ArabicFolding.Fold(name))));
            }
        }
    }

    // The same name under two regions is one word.
    private static bool Known(KnowledgeRecord record, string field, string name) =>
        ((string[])["levantine", "egyptian", "maghrebi", "moroccan"]).TakeWhile(f => f != field).Any(f => record.Values(f).Contains(name));

    private void AddUnit(KnowledgeRecord record)
    {
        var code = record["code"] ?? "D";
        var doubtful = record["also-a-word"];
        foreach (var singular in record.Values("also").Prepend(record.Headword))
        {
            var feminine = singular.EndsWith('ة');
            var stem = feminine ? singular[..^1] + "ت" : singular;
            Form(singular, UnitForm.Singular, doubtful is not null);
            if (!feminine)
            {
                Form(singular + "ا", UnitForm.Singular, doubtful == "all", article: false);
            }

            Form(stem + "ان", UnitForm.Dual, doubtful == "all");
            Form(stem + "ين", UnitForm.Dual, doubtful == "all");
        }

        foreach (var plural in record.Values("plural"))
        {
            Form(plural, UnitForm.Plural, doubtful == "all");
            Form(plural + "ا", UnitForm.Plural, doubtful == "all", article: false);
        }

        void Form(string word, UnitForm form, bool ambiguous, bool article = true)
        {
            Put(word, new(TimeWordKind.Unit, record, 0, code, false, ambiguous) { Form = form });
            if (article)
            {
                Put("ال" + word, new(TimeWordKind.Unit, record, 0, code, true, ambiguous) { Form = form });
            }
        }
    }

    private void AddModifier(KnowledgeRecord record)
    {
        var shift = record["shift"] switch { "last" => -1, "next" => 1, "before-last" => -2, "after-next" => 2, _ => 0 };
        var code = record.Is("vague") ? "vague" : record["anchor"] ?? "publication";
        var word = new TimeWord(TimeWordKind.Modifier, record, shift, code, Definite: true);
        foreach (var form in record.Values("words"))
        {
            if (record.Headword.StartsWith("ال", StringComparison.Ordinal))
            {
                // الماضي، الماضية، الماضيان، الماضيين، الماضيتين
                foreach (var ending in (string[])["", "ة", "ان", "ين", "تان", "تين"])
                {
                    Put("ال" + form + ending, word);
                }
            }
            else
            {
                Put(form, word);
            }
        }
    }

    private void AddNumber(KnowledgeRecord record)
    {
        if (!int.TryParse(record.Headword, CultureInfo.InvariantCulture, out var number))
        {
            return;
        }

        foreach (var form in record.Values("cardinal"))
        {
            Put(form, new(TimeWordKind.Cardinal, record, number, ""));
            Put("ال" + form, new(TimeWordKind.Cardinal, record, number, "", Definite: true));
        }

        foreach (var form in record.Values("ordinal"))
        {
            Put(form, new(TimeWordKind.Ordinal, record, number, ""));
            Put("ال" + form, new(TimeWordKind.Ordinal, record, number, "", Definite: true));
        }
    }

    private void AddAll(KnowledgeRecord record, TimeWordKind kind, string field, int number, string code, bool article = true)
    {
        foreach (var form in record.Values(field))
        {
            Put(form, new(kind, record, number, code));
            if (article && !form.StartsWith("ال", StringComparison.Ordinal))
            {
                Put("ال" + form, new(kind, record, number, code, Definite: true));
            }
        }
    }

    private void Put(string phrase, TimeWord word)
    {
        phrases.Add(phrase, word);
        firstWords.Add(ArabicFolding.Fold(phrase.Split(' ')[0]));
    }

    private bool CanBegin(Token token)
    {
        foreach (var cut in token.Shape.Segmentations)
        {
            if (cut.Enclitic.Length == 0 && firstWords.Contains(cut.Key))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutArticle(string name) => name.StartsWith("ال", StringComparison.Ordinal) ? name[2..] : name;

    private static int Number(KnowledgeRecord record, string field) =>
        int.TryParse(record[field], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
