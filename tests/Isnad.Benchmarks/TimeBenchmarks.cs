using BenchmarkDotNet.Attributes;
using Isnad.Time;

namespace Isnad.Benchmarks;

/// <summary>Temporal expressions alone, on one core; MB/s counts UTF-8 bytes of the six sample articles.</summary>
[MemoryDiagnoser]
[Config(typeof(ThroughputConfig))]
public class TimeBenchmarks
{
    private Article[] articles = [];

    [GlobalSetup]
    public void Load() => articles = Samples.Load();

    /// <summary>Against the day of publication.</summary>
    [Benchmark]
    public int Find() => articles.Sum(article => ArabicTime.Find(article.Text, article.Published).Count);

    /// <summary>The date of the article itself, which is withheld.</summary>
    [Benchmark]
    public int EstimateDate() => articles.Count(article => ArabicTime.EstimateDate(article.Text) is not null);
}
