using Isnad.Language;

namespace Isnad.Attribution;

/// <summary>Tells what stands between dashes inside a sentence: «وأشار المصدر -الذي لم يذكر اسمه- إلى أن …».</summary>
internal sealed class Asides(IReadOnlyList<Token> tokens)
{
    private const int Longest = 24;
    private readonly List<(int First, int End)> spans = [];

    /// <summary>Finds the asides of a sentence.</summary>
    public void Read(Sentence sentence)
    {
        spans.Clear();
        var open = -1;
        for (var at = sentence.FirstToken; at < sentence.EndToken; at++)
        {
            if (tokens[at].Folded is not ("-" or "–" or "—"))
            {
                continue;
            }

            if (open >= 0 && at - open <= Longest)
            {
                spans.Add((open, at));
                open = -1;
            }
            else
            {
                open = at;
            }
        }
    }

    /// <summary>True where two tokens stand in one aside, or both in none.</summary>
    public bool Same(int first, int second) => Of(first) == Of(second);

    private int Of(int token) => spans.FindIndex(s => s.First < token && token < s.End);
}
