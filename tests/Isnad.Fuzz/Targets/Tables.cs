using System.Text;
using System.Text.Json;
using Isnad.Fuzz.Making;

namespace Isnad.Fuzz.Targets;

/// <summary>Articles as JSON, JSON lines and CSV.</summary>
internal static class Tables
{
    private static readonly string[] JsonParts =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\uD800", "\\u0000", "null", "true", "1e999", "-0", "123456789012345678901234567890", "\"text\":", "\"text\":null,", "\"text\":[],", "\"published\":\"2024-02-31\",", "\"published\":7,", "\"id\":{},", "\"outlet\":\"\",", "\n", "\r\n", "//", "/*", "NaN", "﻿", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    ];

    private static readonly string[] CsvParts = ["\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", "text", "id,text,published\n", "id;text\n", "=cmd|' /C calc'!A0", "﻿", "\0", "2024-02-31", "\"\"\"\"\"\"\""];

    public static FuzzTarget Json { get; } = new("json", ".json", 0.5, dice => Bytes(dice, Json1(dice), JsonParts), input => Imports.Read("article.json", input));

    public static FuzzTarget Lines { get; } = new("jsonl", ".jsonl", 0.5, dice => Bytes(dice, string.Join('\n', Enumerable.Range(0, dice.Below(4) + 1).Select(_ => Json1(dice))), JsonParts), input => Imports.Read("articles.jsonl", input));

    public static FuzzTarget Csv { get; } = new("csv", ".csv", 0.5, dice => Bytes(dice, Csv1(dice), CsvParts), input => Imports.Read("articles.csv", input));

    private static string Json1(Dice dice) => JsonSerializer.Serialize(new { id = dice.Of(Pieces.Words), outlet = dice.Of(Pieces.Words), published = "2024-03-13", url = "https://news.example/1", title = dice.Of(Pieces.Words), text = dice.Of(Authored.Paragraphs) });

    private static string Csv1(Dice dice)
    {
        var text = new StringBuilder("id,published,title,text\n");
        for (var i = dice.Below(4); i >= 0; i--)
        {
            text.Append(i).Append(",2024-03-13,\"").Append(dice.Of(Pieces.Words)).Append("\",\"").Append(dice.Of(Authored.Paragraphs).Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\"\n");
        }

        return text.ToString();
    }

    private static byte[] Bytes(Dice dice, string text, IReadOnlyList<string> parts)
    {
        var damaged = Mutation.Of(dice, text, parts);
        damaged = dice.OneIn(500) ? Mutation.Longer(dice, damaged + " ", dice.Size(400_000)) : damaged;
        var bytes = dice.OneIn(20) ? Encoding.Unicode.GetBytes(damaged) : Encoding.UTF8.GetBytes(damaged);
        return dice.OneIn(4) ? Mutation.Of(dice, bytes) : bytes;
    }
}
