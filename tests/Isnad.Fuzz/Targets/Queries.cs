using System.Runtime.InteropServices;
using Isnad.Archive.Query;
using Isnad.Fuzz.Making;

namespace Isnad.Fuzz.Targets;

/// <summary>The query language. Inputs are UTF-16.</summary>
internal static class Queries
{
    private const int LongestQuery = 4_000;

    private static readonly string[] Parts =
    [
        "type:assault", "type:", "type:nothing", "نوع:قصف", "place:SYR", "مكان:سوريا", "actor:\"", "target:روسيا", "who:", "since:2024-01-01", "since:99999", "until:2024-02-31", "status:occurred", "claim:yes", "outlet:\"وكالة", "AND", "OR", "NOT", "و", "أو", "ليس", "-", "(", ")", "((((", "))))", "\"", "\\", "*", "%", "_", "'", ";", "--", ":", "::", ",", "|", "قصف", "إدلب", "near:35.9,36.6,50km", "near:999,999,-1km", "within:", "count>", "dead>=12", "dead>99999999999", "<", ">", "=", "before", "..", "2011..2012",
    ];

    public static FuzzTarget Target { get; } = new("query", ".utf16", 1, Make, Try);

    public static byte[] Make(Dice dice)
    {
        var text = Mutation.Of(dice, dice.Several(Parts, 40, dice.OneIn(4) ? "" : " "), Parts);
        text = dice.OneIn(2_000) ? Mutation.Longer(dice, text + " ", dice.Size(200_000)) : text;
        return MemoryMarshal.AsBytes(text.AsSpan()).ToArray();
    }

    public static void Try(byte[] input)
    {
        var text = new string(MemoryMarshal.Cast<byte, char>(input.AsSpan(0, input.Length & ~1)));
        if (EventQuery.TryParse(text, out var query, out var error))
        {
            // What a query says of itself is a query again, and the same, unless its quotation marks make it too long for one.
            var written = query.ToString();
            if (written.Length <= LongestQuery && (!EventQuery.TryParse(written, out var again, out _) || again.ToString() != written))
            {
                throw new BrokenException($"«{written}» is not read as it is written");
            }
        }
        else if (error.Start < 0 || error.Length < 0 || error.Start + error.Length > text.Length || error.In(text).Length == 0)
        {
            throw new BrokenException($"a mistake at {error.Start} beside the query");
        }
    }
}
