using System.Globalization;
using Isnad.Events.Judging;
using Isnad.Training.Events;

namespace Isnad.Training;

/// <summary>
/// Learns which candidates of the rules are events, from our own verdicts on news, and which sentences tell of one,
/// from the event gold standard; scores both by cross-validation and writes what was learned from all.
/// </summary>
internal static class JudgeStep
{
    private const int Seed = 1;

    // Of the candidates of a type that are let through, as many should be events; a type whose candidates mostly are asks less of each.
    private const double WantedPrecision = 0.8;

    private static readonly string[] ToldTypes = ["ASSAULT", "PROTEST"];

    public static void Run(ModelFolder folder)
    {
        var corpora = new JudgeCorpora(new CandidateExtractor());
        var mentions = corpora.ReadVerdicts(folder.Model("events/verdicts.tsv"), folder.Corpus("news", "news.jsonl.gz"));
        folder.Say($"{mentions.Count} candidates in news with our verdict, {mentions.Count(e => e.IsEvent)} events");
        var examples = corpora.ReadExamples(Path.Combine(folder.Models, "..", "knowledge"));
        folder.Say($"{examples.Count} candidates in the examples of knowledge, {examples.Count(e => e.IsEvent)} events");
        var scored = CrossValidation.Score(mentions, examples, MentionLearner, Seed);
        var leasts = scored.GroupBy(s => s.Example.Type).ToDictionary(g => g.Key, g => MentionThreshold.Of([.. g], WantedPrecision), StringComparer.Ordinal);
        folder.Say($"mentions: {CrossValidation.Describe([.. scored.Select(s => (s.Example, s.Score - leasts[s.Example.Type]))], 0)}; ranked: {CrossValidation.AveragePrecision(scored):0.000}");
        foreach (var type in scored.GroupBy(s => s.Example.Type).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            folder.Say($"  {type.Key}: {CrossValidation.Describe([.. type], leasts[type.Key])} at probability {MentionThreshold.Probability(leasts[type.Key]):0.00}");
        }

        var sentences = ToldTypes.SelectMany(t => corpora.ReadSentences(folder.Corpus("gsr", $"{t.ToLowerInvariant()}.jsonl"))).ToList();
        var thresholds = SentenceScores.Report(sentences, examples, ToldLearner, Seed, folder.Say);
        Write(folder, [.. mentions, .. examples], [.. sentences, .. Told(examples)], leasts, thresholds);
    }

    /// <summary>Short sentences that tell of an event, and some that do not.</summary>
    public static IEnumerable<JudgeExample> Told(IEnumerable<JudgeExample> examples) => examples.Where(e => ToldTypes.Contains(e.Type) && e.Candidates[0].IsReal);

    private static JudgeLearner MentionLearner() => new(type => [JudgeModel.Shared, type]);

    private static JudgeLearner ToldLearner() => new(type => [JudgeModel.Told(type)], eventWeight: 2, lessonWeight: 0.1);

    private static void Write(ModelFolder folder, List<JudgeExample> mentions, List<JudgeExample> sentences, Dictionary<string, double> leasts, Dictionary<string, double> thresholds)
    {
        var (mention, told) = (MentionLearner(), ToldLearner());
        mention.Learn(mentions, new Random(Seed));
        told.Learn(sentences, new Random(Seed));
        var lessons = sentences.Where(s => s.IsLesson).ToList();
        folder.Say($"of {lessons.Count(s => s.IsEvent)} examples that tell of an event, {lessons.Count(s => s.IsEvent && told.Score(s) < thresholds[s.Type])} do not count as such");
        var types = mentions.Select(m => m.Type).Distinct().Order(StringComparer.Ordinal).ToList();
        List<JudgeQuestion> questions = [.. types.Select(t => new JudgeQuestion(t, mention.Bias(t), (float)leasts.GetValueOrDefault(t))), .. ToldTypes.Select(t => new JudgeQuestion(JudgeModel.Told(t), told.Bias(t), (float)thresholds[t]))];
        List<string> labels = [JudgeModel.Shared, .. questions.Select(q => q.Name)];
        var rows = mention.Weights().Concat(told.Weights()).GroupBy(w => w.Feature).Select(g =>
        {
            var row = new float[labels.Count];
            foreach (var (_, column, weight) in g)
            {
                row[labels.IndexOf(column)] += weight;
            }

            return KeyValuePair.Create(g.Key, row);
        });
        Directory.CreateDirectory(folder.Model("events"));
        using (var file = File.Create(folder.Model("events/judge.bin")))
        {
            JudgeModel.Write(file, questions, labels, rows);
        }

        folder.Say(string.Create(CultureInfo.InvariantCulture, $"events/judge.bin: {new FileInfo(folder.Model("events/judge.bin")).Length / 1024} KB"));
    }
}
