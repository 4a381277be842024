using System.Globalization;
using Isnad.Fuzz.Targets;

namespace Isnad.Fuzz;

/// <summary>What to feed, for how long, from which seed.</summary>
/// <param name="Save">Folder for inputs that crash or are slow.</param>
/// <param name="Only">Index of a single input to make again, with one target.</param>
internal sealed record FuzzOptions(IReadOnlyList<FuzzTarget> Targets, TimeSpan Time, int Seed, string Save, long? Only = null)
{
    /// <summary>The options, or null with what is wrong with them.</summary>
    public static FuzzOptions? Parse(IReadOnlyList<string> args, out string? problem)
    {
        var options = new FuzzOptions(FuzzTargets.All, TimeSpan.FromMinutes(1), 1, "fuzz-findings");
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : "";
            var number = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : -1;
            var next = args[i] switch
            {
                "--target" when value == "all" => options,
                "--target" => options with { Targets = [.. FuzzTargets.All.Where(t => value.Split(',').Contains(t.Name))] },
                "--minutes" when number >= 0 => options with { Time = TimeSpan.FromMinutes(number) },
                "--seed" when number >= 0 => options with { Seed = (int)number },
                "--save" when value.Length > 0 => options with { Save = value },
                "--only" when number >= 0 => options with { Only = (long)number },
                _ => null,
            };
            if (next is null || next.Targets.Count == 0)
            {
                problem = $"«{args[i]} {value}» is not understood";
                return null;
            }

            options = next;
        }

        problem = options is { Only: not null, Targets.Count: > 1 } ? "--only needs one --target" : null;
        return problem is null ? options : null;
    }
}
