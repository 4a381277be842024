using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Finds the sentence in which a mention stands.</summary>
internal sealed class PassageReader(Sql sql)
{
    // A sentence of 50 MB is shown by the words around the one that counts.
    private const int MostBefore = 240;
    private const int MostBehind = 360;
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public Passage Of(StoredMention m)
    {
        var text = Text(m.Article.Key, m.End + MostBehind);
        // A word that another program moved or cut is shown by itself.
        if (m.End > text.Length || m.Start < 0 || m.Start > m.End)
        {
            return new(m.Word, 0, m.Word.Length);
        }

        return Cut(text, m.Start, m.End);
    }

    /// <summary>The sentence around a stretch of a text.</summary>
    internal static Passage Cut(string text, int start, int end)
    {
        var first = start;
        while (first > 0 && start - first < MostBefore && !EndsSentence(text, first - 1))
        {
            first--;
        }

        var last = end;
        while (last < text.Length && last - end < MostBehind && text[last] is not '\n')
        {
            if (EndsSentence(text, last++))
            {
                break;
            }
        }

        // Neither half a letter nor a space at the edges.
        while (first < start && (char.IsWhiteSpace(text[first]) || char.IsLowSurrogate(text[first])))
        {
            first++;
        }

        while (last > end && (char.IsWhiteSpace(text[last - 1]) || char.IsHighSurrogate(text[last - 1])))
        {
            last--;
        }

        return new(text[first..last], start - first, end - first);
    }

    // A dot within «أ.ف.ب» or «3.5» ends nothing.
    private static bool EndsSentence(string text, int at) =>
        text[at] is '\n' or '؟' or '!' || (text[at] == '.' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])));

    // Characters of the database are never fewer than code units up to the same place, so the beginning holds the word.
    private string Text(string article, int upTo)
    {
        if (!texts.TryGetValue(article, out var text) || text.Length < upTo)
        {
            text = (string?)sql.Value("SELECT SUBSTR(text, 1, @p2) FROM article WHERE key = @p1", article, upTo + MostBehind) ?? "";
            texts[article] = text;
        }

        return text;
    }
}
