namespace Isnad.Benchmarks;

/// <summary>What an invented event may be of, drawn by Zipf's law.</summary>
internal sealed record InventedDraw(string Type, int Place, int Party, string Outlet, string Status, string Word)
{
    private const int WordCount = 20_000;
    private const int Draws = 65_536;
    private static readonly string[] Types = ["ASSAULT", "CONSULT", "COERCE", "ACCUSE", "REQUEST", "SUPPORT", "AGREE", "REJECT", "AID", "PROTEST", "MOBILIZE", "SANCTION", "THREATEN", "RETREAT", "CONCEDE", "COOPERATE"];
    private static readonly string[] Statuses = ["occurred", "occurred", "occurred", "occurred", "occurred", "occurred", "ongoing", "hypothetical", "scheduled", "negated"];

    public static IReadOnlyList<string> Countries { get; } = ["SYR", "YEM", "IRQ", "PSE", "LBN", "LBY", "SDN", "EGY", "SAU", "IRN", "TUR", "ISR", "USA", "RUS", "JOR", "TUN", "DZA", "MAR", "SOM", "QAT"];

    public static IReadOnlyList<string> Sectors { get; } = ["GOV", "MIL", "REB", "CVL", "COP", "JRN"];

    public static InventedDraw[] All()
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, Draws).Select(_ => new InventedDraw(
            Types[Zipf(random, Types.Length) - 1], Zipf(random, InventedArchive.PlaceCount), Zipf(random, InventedArchive.PartyCount), $"صحيفه {Zipf(random, InventedArchive.OutletCount)}", Statuses[random.Next(Statuses.Length)], InventedArchive.Word(Zipf(random, WordCount))))];
    }

    // A few are in most events and most in a few: 1/rank, by inverting the logarithm.
    private static int Zipf(Random random, int count) => Math.Min(count, (int)Math.Exp(random.NextDouble() * Math.Log(count + 1)));
}
