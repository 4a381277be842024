using Isnad.Language.Syntax;
using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>Looks for listed words around a stretch of tokens, whatever clitics they carry.</summary>
internal sealed class NearWords(NewsDocument document, ClauseScanner scanner)
{
    private const int Near = 6;

    /// <summary>The first listed word near a trigger, as the text writes it (folded), or null.</summary>
    public string? Find(int firstToken, int endToken, IReadOnlySet<string> words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var sentence = document.Sentences[document.Tokens[firstToken].Sentence];
        var last = Math.Min(sentence.EndToken, endToken + Near);
        for (var token = Math.Max(sentence.FirstToken, firstToken - Near); token < last; token++)
        {
            if ((token < firstToken || token >= endToken) && Is(token, words))
            {
                return document.Tokens[token].Folded;
            }
        }

        return null;
    }

    /// <summary>Whether a token is a listed word, with or without its clitics.</summary>
    public bool Is(int token, IReadOnlySet<string> words)
    {
        var current = document.Tokens[token];
        if (words.Contains(current.Folded))
        {
            return true;
        }

        foreach (var cut in current.Shape.Segmentations)
        {
            if (words.Contains(cut.Stem) || words.Contains(cut.Key))
            {
                return true;
            }
        }

        return scanner.Closed.PrepositionOf(current) is { } preposition && words.Contains(preposition);
    }
}
