// dotnet run -c Release --project tests/Isnad.Benchmarks
using BenchmarkDotNet.Running;
using Isnad.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ReadBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
