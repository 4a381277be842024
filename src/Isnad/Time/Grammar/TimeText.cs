using System.Globalization;
using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Text;
using Isnad.Time.Lexicon;

namespace Isnad.Time.Grammar;

/// <summary>A word of the time lexicon at its place in the text.</summary>
/// <param name="End">Index after its last token.</param>
/// <param name="Span">Its words without proclitics, but with the article.</param>
internal readonly record struct TimeAtom(TimeWord Word, int End, TextSpan Span, Proclitics Proclitics)
{
    public bool HasPreposition => (Proclitics & (Proclitics.By | Proclitics.For | Proclitics.Like)) != 0;

    public bool HasConjunction => (Proclitics & (Proclitics.And | Proclitics.So)) != 0;
}

/// <summary>The tokens of a document as the temporal grammar sees them: words of the time lexicon, numbers, and marks.</summary>
internal sealed class TimeText(NewsDocument document, TimeLexicon lexicon)
{
    private static readonly TimeAtom[] None = [];
    private readonly TimeAtom[]?[] atoms = new TimeAtom[]?[document.Tokens.Count];
    private readonly IReadOnlyList<Sentence> sentences = document.Sentences;

    public IReadOnlyList<Token> Tokens { get; } = document.Tokens;

    /// <summary>Index of the first token of the sentence in view.</summary>
    public int First { get; private set; }

    /// <summary>Index after the last token of the sentence in view: no expression runs on into the next.</summary>
    public int End { get; private set; }

    /// <summary>Takes a sentence into view; only its tokens are seen.</summary>
    public void Enter(int sentence) => (First, End) = (sentences[sentence].FirstToken, sentences[sentence].EndToken);

    /// <summary>Words of the lexicon that begin at a token, longest first.</summary>
    public ReadOnlySpan<TimeAtom> AtomsAt(int token) => token < First || token >= End ? [] : atoms[token] ??= Look(token);

    /// <summary>The longest word of a kind that begins at a token.</summary>
    public TimeAtom? Find(int token, TimeWordKind kind)
    {
        foreach (var atom in AtomsAt(token))
        {
            if (atom.Word.Kind == kind)
            {
                return atom;
            }
        }

        return null;
    }

    /// <summary>The same, without a proclitic: inside an expression a new «و» or «ب» begins something else.</summary>
    public TimeAtom? FindBare(int token, TimeWordKind kind)
    {
        foreach (var atom in AtomsAt(token))
        {
            if (atom.Word.Kind == kind && (atom.Proclitics & ~Proclitics.Article) == 0)
            {
                return atom;
            }
        }

        return null;
    }

    /// <summary>A small word of the grammar («of», «year», «since»), or null.</summary>
    public TimeAtom? Small(int token, string part, bool bare = true)
    {
        foreach (var atom in AtomsAt(token))
        {
            if (atom.Word.Kind == TimeWordKind.Small && atom.Word.Code == part && (!bare || (atom.Proclitics & ~Proclitics.Article) == 0))
            {
                return atom;
            }
        }

        return null;
    }

    /// <summary>Index after a small word, or the token itself where it is not there.</summary>
    public int Skip(int token, string part) => Small(token, part) is { } atom ? atom.End : token;

    public bool IsSmall(int token, string part) => Small(token, part) is not null;

    /// <summary>Plain digits of at most nine places.</summary>
    public int? Digits(int token) =>
        token >= First && token < End && Tokens[token] is { Kind: TokenKind.Number, Folded.Length: <= 9 } number
        && int.TryParse(number.Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>A small word stands right before a token, with or without «و».</summary>
    public bool Follows(int token, string part)
    {
        const int LongestPhrase = 3;
        for (var start = token - 1; start >= token - LongestPhrase; start--)
        {
            foreach (var atom in AtomsAt(start))
            {
                if (atom.End == token && atom.Word.Kind == TimeWordKind.Small && atom.Word.Code == part)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The year of a day that the word before it makes known: «أحداث 11 سبتمبر».</summary>
    public int? KnownYear(int token, int month, int day)
    {
        var before = Small(token - 1, "day", bare: false) is not null ? token - 2 : token - 1;
        return IsWord(before) ? lexicon.KnownYear(Tokens[before], month, day) : null;
    }

    public bool IsMark(int token, params ReadOnlySpan<string> marks)
    {
        if (token < First || token >= End || Tokens[token].Kind != TokenKind.Punctuation)
        {
            return false;
        }

        foreach (var mark in marks)
        {
            if (Tokens[token].Folded == mark)
            {
                return true;
            }
        }

        return false;
    }

    public bool IsWord(int token) => token >= First && token < End && Tokens[token].Kind == TokenKind.Word;

    /// <summary>Two tokens with nothing between them: «15م».</summary>
    public bool Touches(int first, int second) => second < End && Tokens[first].Span.End == Tokens[second].Span.Start;

    private TimeAtom[] Look(int token)
    {
        var found = lexicon.At(Tokens, token);
        if (found.Count == 0)
        {
            return None;
        }

        var result = new TimeAtom[found.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var match = found[i];
            // «للشهر المقبل»: the article's alef is not written, so the expression begins with the ل.
            var contracted = (match.Proclitics & (Proclitics.For | Proclitics.Article)) == (Proclitics.For | Proclitics.Article);
            var span = contracted ? TextSpan.FromBounds(match.Span.Start - 1, match.Span.End) : match.Span;
            result[i] = new(match.Value, match.EndToken, span, match.Proclitics);
        }

        return result;
    }
}
