// dotnet run -c Release --project tests/Isnad.Fuzz -- --target all --minutes 10 --seed 1 [--save FOLDER] [--only INDEX]
using Isnad.Fuzz;
using Isnad.Fuzz.Targets;

if (FuzzOptions.Parse(args, out var problem) is not { } options)
{
    Console.Error.WriteLine($"{problem}\nusage: --target all|{string.Join('|', FuzzTargets.All.Select(t => t.Name))} --minutes N --seed S [--save FOLDER] [--only INDEX]");
    return 64;
}

var campaign = new Campaign(options, Console.Out);
if (options.Only is { } index)
{
    return campaign.Repeat(index) ? 0 : 1;
}

var report = campaign.Run();
report.WriteTo(Console.Out);
return report.IsClean ? 0 : 1;
