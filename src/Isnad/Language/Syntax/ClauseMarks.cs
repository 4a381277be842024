using Isnad.Pipeline;

namespace Isnad.Language.Syntax;

/// <summary>What punctuation does to a clause.</summary>
internal sealed class ClauseMarks(NewsDocument document, IReadOnlyList<Chunk> chunks)
{
    private const int LongestInsertion = 12;

    public bool IsComma(int chunk) => Text(chunk) is "،" or ",";

    /// <summary>A mark that no complement crosses.</summary>
    public bool Ends(int chunk) => Text(chunk) is ":" or "؛" or ";" or "." or "؟" or "?" or "!" or "|" or "…";

    public bool OpensInsertion(int chunk) => Text(chunk) is "(" or "-" or "–" or "—" or "[";

    /// <summary>Index after an insertion between brackets or dashes, or after the opening mark where it never closes.</summary>
    public int AfterInsertion(int chunk)
    {
        var open = Text(chunk);
        for (var at = chunk + 1; at < chunks.Count && at <= chunk + LongestInsertion && SameSentence(at, chunk); at++)
        {
            if (chunks[at].Kind == ChunkKind.Mark && (open is "(" or "[" ? Text(at) is ")" or "]" : Text(at) == open))
            {
                return at + 1;
            }
        }

        return chunk + 1;
    }

    /// <summary>True where both stand in one sentence; a dateline is none of it: «بيروت (أ ف ب) - قُتل 15 مدنياً».</summary>
    public bool SameSentence(int a, int b) => document.Tokens[chunks[a].First].Sentence == document.Tokens[chunks[b].First].Sentence
        && InDateline(a) == InDateline(b);

    private bool InDateline(int chunk) => document.Structure.Dateline is { } line && line.Contains(document.Tokens[chunks[chunk].First].Span.Start);

    private string Text(int chunk) => chunks[chunk].Kind == ChunkKind.Mark ? document.Tokens[chunks[chunk].First].Folded : "";
}
