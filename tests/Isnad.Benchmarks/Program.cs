// dotnet run -c Release --project tests/Isnad.Benchmarks [-- stages]
using BenchmarkDotNet.Running;
using Isnad.Benchmarks;

if (args is ["stages"])
{
    StageTimes.Print(Samples.Load());
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ReadBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
