using Isnad.Language.Syntax;
using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>Looks for listed words around a stretch of tokens, whatever clitics they carry.</summary>
internal sealed class NearWords(NewsDocument document, ClauseScanner scanner)
{
    // What rules a sense out stands close; what calls for it may come after a long subject: «حمّل نائب الرئيس العراقي … المسؤولية».
    public const int Close = 6;
    public const int Wide = 12;
    private const int LongestAside = 3;

    /// <summary>The first listed word near a trigger, as the text writes it (folded), or null.</summary>
    /// <param name="sameClause">Whether a comma ends the search.</param>
    public string? Find(int firstToken, int endToken, IReadOnlySet<string> words, int reach = Close, bool sameClause = false)
    {
        if (words.Count == 0)
        {
            return null;
        }

        var sentence = document.Sentences[document.Tokens[firstToken].Sentence];
        var first = Math.Max(sentence.FirstToken, firstToken - reach);
        for (var token = firstToken - 1; token >= first && !(sameClause && IsComma(token)); token--)
        {
            if (Is(token, words))
            {
                return document.Tokens[token].Folded;
            }
        }

        var last = Math.Min(sentence.EndToken, endToken + reach);
        for (var token = endToken; token < last; token++)
        {
            if (sameClause && IsComma(token))
            {
                if (EndOfAside(token, sentence.EndToken) is not { } end)
                {
                    break;
                }

                (token, last) = (end, Math.Min(sentence.EndToken, last + end - token + 1));
            }
            else if (Is(token, words))
            {
                return document.Tokens[token].Folded;
            }
        }

        return null;
    }

    // «استدعت الجزائر، اليوم السبت، سفيرها»: what stands between two commas does not end the clause.
    private int? EndOfAside(int comma, int end)
    {
        for (var token = comma + 1; token < Math.Min(end, comma + LongestAside + 2); token++)
        {
            if (IsComma(token))
            {
                return token;
            }
        }

        return null;
    }

    private bool IsComma(int token) => document.Tokens[token].Folded is "،" or "," or "؛";

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
