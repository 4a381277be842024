using BenchmarkDotNet.Attributes;
using Isnad.Formats.Html;
using Isnad.Formats.Json;
using Isnad.Reading;

namespace Isnad.Benchmarks;

/// <summary>The six sample articles, read and written.</summary>
[MemoryDiagnoser]
public class ReadBenchmarks
{
    private Article[] articles = [];
    private NewsReading[] readings = [];

    [GlobalSetup]
    public void Load()
    {
        articles = Samples.Load();
        readings = [.. articles.Select(article => NewsEngine.Default.Read(article))];
    }

    [Benchmark]
    public int Read() => articles.Sum(article => NewsEngine.Default.Read(article).Events.Count);

    [Benchmark]
    public int WriteJson() => readings.Sum(reading => ReadingJson.Write(reading).Length);

    [Benchmark]
    public int WritePage() => readings.Sum(reading => ReadingPage.Write(reading).Length);
}
