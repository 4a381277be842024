using System.Globalization;
using Isnad.Knowledge;
using Isnad.Language.Morphology;
using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Time.Dating;
using Isnad.Time.Grammar;
using Isnad.Time.Lexicon;
using Isnad.Time.Meaning;

namespace Isnad.Time;

/// <summary>Finds temporal expressions and resolves them; where nobody says when the article came out, estimates that first.</summary>
/// <param name="dates">Whether to estimate the article's own date.</param>
/// <param name="tagged">Whether word classes tell verbs from nouns; without them the stage needs nothing but tokens.</param>
internal sealed class TimeStage(bool dates = true, bool tagged = true) : IStage
{
    public string Name => "times";

    public string Purpose => "Finds temporal expressions, estimates the article's own date where none is given, and resolves them.";

    public Layers Reads => tagged ? Layers.Tokens | Layers.Words : Layers.Tokens;

    public Layers Writes => Layers.Times;

    public void Prepare(KnowledgeBase knowledge)
    {
        TimeLexicon.Of(knowledge);
        if (dates)
        {
            KnownClues.Of(knowledge);
            _ = ClueWeights.Default;
        }
    }

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        var text = new TimeText(document, TimeLexicon.Of(knowledge));
        var matches = new TimeGrammar(text).FindAll(document.Sentences.Count);
        var tenses = Tenses(document, knowledge, text);
        if (dates && document.Article.Published is null)
        {
            document.Dating = new ArticleDating(ClueWeights.Default).Estimate(Clues(document, knowledge, text, matches, tenses));
            Say(document);
        }

        document.Times = new TimeResolver(document, tenses).Resolve(matches);
    }

    private TenseFinder Tenses(NewsDocument document, KnowledgeBase knowledge, TimeText text)
    {
        var words = tagged ? document.Words : null;
        return new(document, text, words is null ? Untagged(document, knowledge) : token => words[token]);
    }

    private static Func<int, IReadOnlyList<WordReading>> Untagged(NewsDocument document, KnowledgeBase knowledge) =>
        token => Language.Morphology.Lexicon.Of(knowledge).Read(document.Tokens[token].Shape);

    // Never a silent guess.
    private static void Say(NewsDocument document)
    {
        if (document.Dating is not { } dating)
        {
            document.Report("KH1043", "no day of publication is given and the text shows none: relative dates stay relative");
            return;
        }

        var when = dating.Earliest == dating.Latest ? $"on {Timex.Iso(dating.Earliest)}" : $"between {Timex.Iso(dating.Earliest)} and {Timex.Iso(dating.Latest)}";
        document.Report("KH1042", string.Create(CultureInfo.InvariantCulture, $"no day of publication is given; by its own words written {when} ({dating.Confidence:P0} sure): dates are reckoned from there where that settles them"));
    }

    /// <summary>Everything in the text that tells when it was written.</summary>
    internal static IReadOnlyList<DateClue> Clues(NewsDocument document, KnowledgeBase knowledge) =>
        new TimeText(document, TimeLexicon.Of(knowledge)) is var text
            ? Clues(document, knowledge, text, new TimeGrammar(text).FindAll(document.Sentences.Count), new(document, text, Untagged(document, knowledge)))
            : [];

    private static List<DateClue> Clues(NewsDocument document, KnowledgeBase knowledge, TimeText text, IReadOnlyList<TimeMatch> matches, TenseFinder tenses) =>
        [.. new ClueFinder(document, text, tenses).Find(matches), .. KnownClues.Of(knowledge).Find(document)];
}
