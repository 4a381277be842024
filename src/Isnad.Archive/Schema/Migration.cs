using System.Globalization;
using System.Text;

namespace Isnad.Archive.Schema;

/// <summary>A numbered step of the schema: an SQL file beside this one. Steps only go forward and are never changed once released.</summary>
/// <param name="Number">Its place in the order; the file's name begins with it.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Template">The SQL, with the places where databases differ.</param>
internal sealed record Migration(int Number, string Name, string Template)
{
    /// <summary>Every step in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    /// <summary>The statements for one database.</summary>
    /// <param name="database">Name that opens the lines meant for it: <c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="words">What stands for <c>{id}</c> and the like.</param>
    public string For(string database, IReadOnlyDictionary<string, string> words)
    {
        var sql = new StringBuilder();
        string? only = null;
        foreach (var line in Template.Split('\n'))
        {
            if (line is "-- sqlite" or "-- postgres")
            {
                only = line[3..];
            }
            else if (line is "-- end")
            {
                only = null;
            }
            else if (only is null || only == database)
            {
                sql.Append(line).Append('\n');
            }
        }

        return words.Aggregate(sql.ToString(), (text, word) => text.Replace($"{{{word.Key}}}", word.Value, StringComparison.Ordinal));
    }

    private static List<Migration> Load()
    {
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            return new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd().ReplaceLineEndings("\n"));
        })];
    }
}
