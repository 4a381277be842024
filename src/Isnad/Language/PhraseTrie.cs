using Isnad.Text;

namespace Isnad.Language;

/// <summary>A phrase found in the text.</summary>
/// <param name="Value">What was listed.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Span">The words without proclitics cut off in front, such as the و of «وروسيا» (the article stays).</param>
/// <param name="Proclitics">Proclitics of the first word.</param>
/// <param name="Enclitic">Pronoun attached to the last word, folded, or empty.</param>
public readonly record struct PhraseMatch<T>(T Value, int FirstToken, int EndToken, TextSpan Span, Proclitics Proclitics, string Enclitic);

/// <summary>
/// Finds listed phrases in tokens in one pass. Words are compared folded; the first word may carry و ف ب ل ك, the last an
/// attached pronoun; quotation marks between the words are stepped over.
/// </summary>
internal sealed class PhraseTrie<T>
{
    private sealed class Node
    {
        public Dictionary<string, Node>? Next;
        public List<T>? Values;
    }

    private static readonly List<PhraseMatch<T>> None = [];
    private readonly Node root = new();

    /// <summary>Lists a phrase; its words are parted by spaces. An empty phrase is ignored.</summary>
    public void Add(string phrase, T value)
    {
        var node = root;
        foreach (var word in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            node.Next ??= new(StringComparer.Ordinal);
            var folded = ArabicFolding.Fold(word);
            if (!node.Next.TryGetValue(folded, out var next))
            {
                node.Next.Add(folded, next = new Node());
            }

            node = next;
        }

        if (node != root)
        {
            (node.Values ??= []).Add(value);
        }
    }

    /// <summary>All phrases that begin at a token, longest first; not to be changed.</summary>
    /// <param name="tokens">Tokens of the document.</param>
    /// <param name="start">Index of the first token.</param>
    /// <param name="pronouns">Whether the last word may carry an attached pronoun.</param>
    public List<PhraseMatch<T>> At(IReadOnlyList<Token> tokens, int start, bool pronouns = false)
    {
        var token = tokens[start];
        if (root.Next is null)
        {
            return None;
        }

        List<PhraseMatch<T>>? found = null;

        if (token.Kind is not TokenKind.Word)
        {
            if (token.Kind is TokenKind.Foreign or TokenKind.Number && root.Next.TryGetValue(token.Folded, out var plain))
            {
                Follow(tokens, start, start + 1, plain, default, ref found, pronouns);
            }
        }
        else
        {
            foreach (var cut in token.Shape.Segmentations)
            {
                if (cut.Has(Proclitics.Future) || (cut.Enclitic.Length > 0 && !pronouns))
                {
                    continue;
                }

                if (root.Next.TryGetValue(cut.Key, out var node))
                {
                    Follow(tokens, start, start + 1, node, cut, ref found, pronouns);
                }
            }
        }

        found?.Sort((a, b) => b.EndToken - a.EndToken);
        return found ?? None;
    }

    private static void Follow(IReadOnlyList<Token> tokens, int start, int next, Node node, Segmentation first, ref List<PhraseMatch<T>>? found, bool pronouns, string enclitic = "")
    {
        if (node.Values is not null)
        {
            var span = TextSpan.FromBounds(tokens[start].OffsetOf(first.Offset), tokens[next - 1].Span.End);
            foreach (var value in node.Values)
            {
                (found ??= []).Add(new(value, start, next, span, first.Proclitics, next == start + 1 ? first.Enclitic ?? "" : enclitic));
            }
        }

        if (node.Next is null || first.Enclitic is { Length: > 0 } || enclitic.Length > 0)
        {
            return;
        }

        var at = next;
        while (at < tokens.Count && at < next + 2 && tokens[at].Kind == TokenKind.QuoteMark)
        {
            at++;
        }

        if (at >= tokens.Count || tokens[at].Sentence != tokens[start].Sentence)
        {
            return;
        }

        if (node.Next.TryGetValue(tokens[at].Folded, out var child))
        {
            Follow(tokens, start, at + 1, child, first, ref found, pronouns);
        }
        else if (pronouns)
        {
            foreach (var cut in tokens[at].Shape.Segmentations)
            {
                if (cut.Proclitics == Proclitics.None && cut.Enclitic.Length > 0 && node.Next.TryGetValue(cut.Stem, out child))
                {
                    Follow(tokens, start, at + 1, child, first, ref found, pronouns, cut.Enclitic);
                }
            }
        }
    }
}
