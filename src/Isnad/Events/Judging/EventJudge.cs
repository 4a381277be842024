using System.Globalization;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Events.Judging;

/// <summary>
/// Decides with trained weights which candidates of the rules are events. The rules know what a word can mean; the judge has
/// seen, in annotated news, in which company it means it. Two questions: is this word such an event, asked of every candidate;
/// and, where a sentence stands without its article, does it tell of one or only speak of such things. In an article, and be it a
/// headline with one sentence, the rest of the text answers that: what one sentence names in passing another has told.
/// </summary>
internal sealed class EventJudge(NewsDocument document, ClauseScanner scanner, JudgeModel model, IReadOnlyList<EventCandidate> candidates)
{
    private const int Named = 4;
    private const int FewSentences = 2;
    private readonly JudgeFeatures features = new(document, scanner, candidates);

    /// <summary>The candidates that are events, each with the verdict as its last evidence.</summary>
    public List<EventCandidate> Accept()
    {
        var accepted = new List<EventCandidate>(candidates.Count);
        foreach (var sentence in candidates.GroupBy(c => c.Sentence))
        {
            List<EventCandidate> together = [.. sentence];
            foreach (var candidate in together)
            {
                if (Judged(candidate, together) is { } judged)
                {
                    accepted.Add(judged);
                }
            }
        }

        return accepted;
    }

    private bool IsArticle => document.Sentences.Count > FewSentences || document.Structure.Title.Length > 0;

    private EventCandidate? Judged(EventCandidate candidate, List<EventCandidate> sentence)
    {
        if (model[candidate.Type] is not { } question)
        {
            return candidate;
        }

        var seen = features.Of(candidate, sentence);
        var scale = JudgeScale.Of(seen);
        if (Answer(question) is not { } isEvent)
        {
            return null;
        }

        List<Evidence> because = [.. candidate.Because, isEvent];
        if (IsArticle || candidate.Status is not (EventStatus.Occurred or EventStatus.Ongoing) || model[JudgeModel.Told(candidate.Type)] is not { } telling)
        {
            return candidate with { Because = because };
        }

        return Answer(telling) is { } told ? candidate with { Because = [.. because, told] } : null;

        Evidence? Answer(JudgeQuestion asked)
        {
            var contributions = model.Contributions(seen, scale, asked.Name);
            var score = asked.Bias + contributions.Sum();
            return score < asked.Threshold ? null : Verdict(candidate, asked, score, seen, contributions);
        }
    }

    private Evidence Verdict(EventCandidate candidate, JudgeQuestion question, double score, List<JudgeFeature> seen, double[] contributions)
    {
        var strongest = Strongest(contributions).Select(f => string.Create(CultureInfo.InvariantCulture, $"{seen[f]} {contributions[f]:+0.00;-0.00}"));
        return new(question.Name == candidate.Type ? "event.judge" : "event.judge.told", null, document.Quote(candidate.Span),
            string.Create(CultureInfo.InvariantCulture, $"score {score:0.0}, from {question.Threshold:0.0} on it counts: {string.Join(", ", strongest)}"));
    }

    /// <summary>Indices of the few that weigh most, without sorting all; of equal ones the earlier goes first.</summary>
    private static List<int> Strongest(double[] contributions)
    {
        var strongest = new List<int>(Named + 1);
        for (var i = 0; i < contributions.Length; i++)
        {
            var size = Math.Abs(contributions[i]);
            if (size == 0 || (strongest.Count == Named && size <= Math.Abs(contributions[strongest[^1]])))
            {
                continue;
            }

            var place = strongest.Count;
            while (place > 0 && Math.Abs(contributions[strongest[place - 1]]) < size)
            {
                place--;
            }

            strongest.Insert(place, i);
            if (strongest.Count > Named)
            {
                strongest.RemoveAt(Named);
            }
        }

        return strongest;
    }
}
