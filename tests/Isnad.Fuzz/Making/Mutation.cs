using System.Text;

namespace Isnad.Fuzz.Making;

/// <summary>Small damage to a text or to bytes: what files go through, and what somebody does who means harm.</summary>
internal static class Mutation
{
    private const int Most = 12;
    private const int LongestRun = 400;

    public static string Of(Dice dice, string text, IReadOnlyList<string> pieces)
    {
        var result = new StringBuilder(text);
        for (var times = dice.Size(Most); times > 0; times--)
        {
            var at = dice.Below(result.Length + 1);
            var length = Math.Min(dice.Size(LongestRun), result.Length - at);
            switch (dice.Below(8))
            {
                case 0 or 1:
                    result.Insert(at, dice.Of(pieces));
                    break;
                case 2:
                    result.Remove(at, length);
                    break;
                case 3:
                    result.Insert(dice.Below(result.Length + 1), result.ToString(at, length));
                    break;
                case 4:
                    result.Insert(at, new StringBuilder().Insert(0, dice.Of(pieces), dice.Size(300)));
                    break;
                case 5 when at < result.Length:
                    result[at] = dice.Char();
                    break;
                case 6:
                    result.Length = dice.OneIn(4) ? at : result.Length;
                    break;
                default:
                    result.Insert(at, dice.Of(Pieces.Hostile));
                    break;
            }
        }

        return result.ToString();
    }

    public static byte[] Of(Dice dice, byte[] bytes)
    {
        var result = new List<byte>(bytes);
        for (var times = dice.Size(Most); times > 0; times--)
        {
            var at = dice.Below(result.Count + 1);
            var length = Math.Min(dice.Size(LongestRun), result.Count - at);
            switch (dice.Below(6))
            {
                case 0 when at < result.Count:
                    result[at] = dice.Byte();
                    break;
                case 1 when at < result.Count:
                    result[at] ^= (byte)(1 << dice.Below(8));
                    break;
                case 2:
                    result.RemoveRange(at, length);
                    break;
                case 3:
                    result.InsertRange(dice.Below(result.Count + 1), result.GetRange(at, length));
                    break;
                case 4 when dice.OneIn(4):
                    result.RemoveRange(at, result.Count - at);
                    break;
                default:
                    result.InsertRange(at, Enumerable.Repeat(dice.Byte(), dice.Size(20)));
                    break;
            }
        }

        return [.. result];
    }

    /// <summary>A part of a text again and again, up to a size: one shape that a parser is weak on, at length.</summary>
    public static string Longer(Dice dice, string text, int size)
    {
        var at = dice.Below(text.Length);
        var part = text.Substring(at, Math.Min(dice.Size(2_000), text.Length - at));
        return part.Length == 0 ? text : new StringBuilder().Insert(0, part, Math.Max(1, size / part.Length)).ToString();
    }
}
