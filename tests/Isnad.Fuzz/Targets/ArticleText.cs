using System.Runtime.InteropServices;
using System.Text;
using Isnad.Formats.Json;
using Isnad.Fuzz.Making;

namespace Isnad.Fuzz.Targets;

/// <summary>The engine itself: any text at all. Inputs are UTF-16, because lone surrogates have no UTF-8.</summary>
internal static class ArticleText
{
    private const int Longest = 400_000;

    public static FuzzTarget Target { get; } = new("text", ".utf16", 4, Make, Try);

    public static byte[] Make(Dice dice)
    {
        var text = dice.Below(8) switch
        {
            0 => dice.Several(Pieces.Words, 120, " "),
            1 => Mixed(dice, 150),
            2 => Mutation.Of(dice, dice.Of(Authored.Articles), Pieces.Words),
            3 when dice.OneIn(60) => new StringBuilder().Insert(0, dice.Of(Pieces.Hostile), dice.Size(Longest)).ToString(),
            4 when dice.OneIn(60) => Mutation.Longer(dice, dice.Of(Authored.Articles), dice.Size(Longest)),
            5 when dice.OneIn(60) => Mutation.Longer(dice, Mixed(dice, 60) + " ", dice.Size(Longest)),
            6 => Mutation.Of(dice, dice.Of(Authored.Paragraphs), Pieces.Hostile),
            _ => Mutation.Of(dice, dice.Of(Authored.Paragraphs), Pieces.Words),
        };
        return MemoryMarshal.AsBytes(text.AsSpan()).ToArray();
    }

    public static void Try(byte[] input)
    {
        var text = new string(MemoryMarshal.Cast<byte, char>(input.AsSpan(0, input.Length & ~1)));
        // Half with a day of publication, half without: the dating of undated articles is code of its own.
        var article = new Article("fuzz", text) { Published = text.Length % 2 == 0 ? new DateOnly(2024, 3, 13) : null, Outlet = text.Length % 3 == 0 ? "وكالة" : null };
        var reading = NewsEngine.Default.Read(article);
        ReadingInvariants.Check(text, reading);
        ReadingJson.Write(reading);
    }

    private static string Mixed(Dice dice, int most)
    {
        var text = new StringBuilder();
        for (var i = dice.Size(most); i > 0; i--)
        {
            text.Append(dice.OneIn(3) ? dice.Of(Pieces.Hostile) : dice.Of(Pieces.Words)).Append(dice.OneIn(5) ? "" : " ");
        }

        return text.ToString();
    }
}
