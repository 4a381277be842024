using System.Globalization;
using Isnad.Knowledge;
using Isnad.Pipeline;

namespace Isnad.Benchmarks;

/// <summary>
/// What each stage costs: to load, in memory, and per word, in processor time, which other programs on the machine disturb less
/// than the clock's. All stages are timed within one run, so that their shares can be compared.
/// <c>dotnet run -c Release --project tests/Isnad.Benchmarks -- stages [files]</c>
/// </summary>
internal static class StageTimes
{
    private const int Rounds = 7;
    private static readonly string[] Language = ["tokens", "tags", "words"];

    public static void Print(IReadOnlyList<Article> articles)
    {
        var words = articles.Sum(a => a.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        var (start, memory) = (TimedStage.Processor(), TimedStage.Memory());
        var knowledge = KnowledgeBase.Default;
        Console.WriteLine($"{articles.Count} articles, {words} words\nstage          load ms       MB   ms per 1000 words  of language");
        Write("(records)", TimedStage.Processor() - start, TimedStage.Memory() - memory, null, null);
        var stages = StandardPipeline.Instance.Stages.Select(stage => new TimedStage(stage)).ToList();
        var engine = new NewsEngine(knowledge, new ReadingPipeline(stages));
        engine.Analyze(articles[0]);
        var least = stages.ConvertAll(_ => double.MaxValue);
        for (var round = 0; round <= Rounds; round++)
        {
            stages.ForEach(stage => stage.Spent = 0);
            foreach (var article in articles)
            {
                engine.Analyze(article);
            }

            // The first round compiles what the articles need and fills what is kept of words.
            least = round == 0 ? least : [.. least.Zip(stages, (time, stage) => Math.Min(time, stage.Spent))];
        }

        var language = stages.Zip(least).Where(s => Language.Contains(s.First.Name)).Sum(s => s.Second);
        foreach (var (stage, time) in stages.Zip(least))
        {
            Write(stage.Name, stage.Load, stage.Held, time * 1000 / words, time / language);
        }
    }

    private static void Write(string stage, double load, double held, double? time, double? share) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage,-12} {load,9:F0} {held,8:F1} {time,19:F2} {share,12:P0}"));
}
