using System.Globalization;
using Isnad.Knowledge;
using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Benchmarks;

/// <summary>
/// What each stage costs, in processor time, which other programs on the machine disturb less than the clock's: to load, in memory,
/// and per word. <c>dotnet run -c Release --project tests/Isnad.Benchmarks -- stages</c>
/// </summary>
internal static class StageTimes
{
    private const int Rounds = 7;

    public static void Print(IReadOnlyList<Article> articles)
    {
        var words = articles.Sum(a => a.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        var (start, memory) = (Processor(), Memory());
        var knowledge = KnowledgeBase.Default;
        Console.WriteLine("stage          load ms       MB   ms per 1000 words");
        Write("(records)", Processor() - start, Memory() - memory, null);
        var last = 0.0;
        for (var count = 1; count <= StandardPipeline.Instance.Stages.Count; count++)
        {
            var stage = StandardPipeline.Instance.Stages[count - 1];
            var engine = new NewsEngine(knowledge, new ReadingPipeline(StandardPipeline.Instance.Stages.Take(count)));
            (start, memory) = (Processor(), Memory());
            engine.Analyze(articles[0]);
            var (load, held) = (Processor() - start, Memory() - memory);
            var time = Enumerable.Range(0, Rounds).Min(_ => Time(engine, articles));
            Write(stage.Name, load, held, (time - last) * 1000 / words);
            last = time;
        }
    }

    private static double Time(NewsEngine engine, IReadOnlyList<Article> articles)
    {
        var start = Processor();
        foreach (var article in articles)
        {
            engine.Analyze(article);
        }

        return Processor() - start;
    }

    private static double Processor() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    private static double Memory() => GC.GetTotalMemory(forceFullCollection: true) / 1048576.0;

    private static void Write(string stage, double load, double held, double? time) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage,-12} {load,9:F0} {held,8:F1} {time,19:F2}"));
}
