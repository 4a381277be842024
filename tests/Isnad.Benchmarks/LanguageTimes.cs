using System.Globalization;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Parsing;
using Isnad.Language.Tagging;
using Isnad.Pipeline;

namespace Isnad.Benchmarks;

/// <summary>
/// Words a second of the language layer, step by step, in processor time, which other programs on the machine disturb less than
/// the clock's. <c>dotnet run -c Release --project tests/Isnad.Benchmarks -- language</c>
/// </summary>
internal static class LanguageTimes
{
    private const int Rounds = 9;

    // The clock of a processor ticks every few milliseconds.
    private const int LeastWords = 20_000;
    private static readonly IStage[] Stages = [new TokenStage(), new TagStage(), new WordStage(), new SyntaxStage()];

    public static void Print(IReadOnlyList<Article> articles)
    {
        var once = articles.Sum(a => Read(a, Stages.Length).Tokens.Count(t => t.Kind == TokenKind.Word));
        var times = (LeastWords / once) + 1;
        var words = once * times;
        Console.WriteLine($"{articles.Count} articles, {once} words, {times} times; the best of {Rounds} rounds");
        Console.WriteLine("up to        words a second   KB per 1000 words");
        for (var count = 1; count <= Stages.Length; count++)
        {
            var best = double.MaxValue;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            for (var round = 0; round < Rounds; round++)
            {
                var start = Environment.CpuUsage.UserTime.TotalMilliseconds;
                for (var time = 0; time < times; time++)
                {
                    foreach (var article in articles)
                    {
                        Read(article, count);
                    }
                }

                best = Math.Min(best, Environment.CpuUsage.UserTime.TotalMilliseconds - start);
            }

            allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Rounds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stages[count - 1].Name,-12} {words * 1000 / best,14:N0} {allocated * 1000.0 / words / 1024,19:N0}"));
        }
    }

    /// <summary>Runs the first stages; where the last of them is that of trees, every sentence is parsed.</summary>
    private static NewsDocument Read(Article article, int count)
    {
        var document = new NewsDocument(article);
        foreach (var stage in Stages.AsSpan(0, count))
        {
            document.Enter(stage);
            stage.Run(document, KnowledgeBase.Default);
        }

        document.Leave();
        if (count == Stages.Length)
        {
            foreach (var sentence in document.Sentences)
            {
                document.Syntax.Head(sentence.FirstToken);
            }
        }

        return document;
    }
}
