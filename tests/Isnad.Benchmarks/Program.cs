// dotnet run -c Release --project tests/Isnad.Benchmarks [-- stages [files]]
using BenchmarkDotNet.Running;
using Isnad.Benchmarks;

if (args is ["stages", .. var files])
{
    StageTimes.Print(files.Length == 0 ? Samples.Load() : Samples.Load(files));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ReadBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
