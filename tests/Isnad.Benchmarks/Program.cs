// dotnet run -c Release --project tests/Isnad.Benchmarks [-- stages [FILES] | speed [FILES] | language [FILES] | archive LOCATION EVENTS | path LOCATION FILE | scale-model READ STORE FUSE | recount LOCATION]
using BenchmarkDotNet.Running;
using Isnad.Benchmarks;

if (args is ["stages", .. var files])
{
    StageTimes.Print(files.Length == 0 ? Samples.Load() : Samples.Load(files));
    return;
}

if (args is ["speed", .. var read])
{
    ReadingSpeed.Print(read.Length == 0 ? Samples.Load() : Samples.Load(read));
    return;
}

if (args is ["language", .. var texts])
{
    LanguageTimes.Print(texts.Length == 0 ? Samples.Load() : Samples.Load(texts));
    return;
}

if (args is ["archive", var location, var events])
{
    ArchiveScale.Run(location, long.Parse(events, System.Globalization.CultureInfo.InvariantCulture));
    return;
}

if (args is ["path", var empty, var file])
{
    PathTimes.Print(empty, file);
    return;
}

if (args is ["scale-model", var reading, var storing, var fusing])
{
    var times = new[] { reading, storing, fusing }.Select(t => double.Parse(t, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
    ScaleModel.Print(times[0], times[1], times[2]);
    return;
}

if (args is ["recount", var counted])
{
    SumRecount.Run(counted);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ReadBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
