namespace Isnad.Tests.Language;

/// <summary>A row of <c>Conjugations.md</c>; a cell that holds a dash is empty.</summary>
internal sealed record ConjugationRow(
    string Verb,
    string Root,
    string Form,
    string? Present,
    string[] Past,
    string[] PresentForms,
    string[] Jussive,
    string[] Passive,
    string[] Imperative,
    string[] Participles,
    string[] Masdar)
{
    private const int Columns = 11;

    /// <summary>The rows of all tables of the file, heads and rules left out.</summary>
    public static IEnumerable<ConjugationRow> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            var cells = line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == Columns && cells[0] != "verb" && cells[0][0] != '-')
            {
                yield return new(cells[0], cells[1], cells[2], Words(cells[3]).FirstOrDefault(),
                    Words(cells[4]), Words(cells[5]), Words(cells[6]), Words(cells[7]), Words(cells[8]), Words(cells[9]), Words(cells[10]));
            }
        }
    }

    private static string[] Words(string cell) => cell == "–" ? [] : cell.Split(' ');
}
