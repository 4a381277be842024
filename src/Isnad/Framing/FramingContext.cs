using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Framing;

/// <summary>Whether the words around loaded words let them count, and how far the mark then reaches.</summary>
internal sealed class FramingContext(NewsDocument document, FramingLexicon lexicon, NamedTokens mentions)
{
    private const int OpenerReach = 3;

    /// <summary>The words that belong to the mark besides those of the entry, or null where the context forbids it.</summary>
    public TextSpan? Allows(FramingEntry entry, int first, int end)
    {
        var words = TextSpan.FromBounds(document.Tokens[first].Span.End, document.Tokens[end - 1].Span.End);
        if (document.Structure.Byline?.Contains(document.Tokens[first].Span) == true || HasWordNear(entry, first, end))
        {
            return null;
        }

        if (entry.Kind == "doubt")
        {
            return entry.Record.Is("bare") ? words : words.Union(Owner(first, end) ?? words);
        }

        if (entry.After.Count > 0)
        {
            return Opener(entry, first) is { } opener ? words.Union(opener) : null;
        }

        if (entry.FollowedBy.Count > 0)
        {
            return Follower(entry, end) is { } follower ? words.Union(follower) : null;
        }

        return entry.PrecededBy.Count == 0 || IsPreceded(entry, first) ? words : null;
    }

    private bool HasWordNear(FramingEntry entry, int first, int end)
    {
        bool Stands(int token) => token >= 0 && token < document.Tokens.Count && document.Tokens[token].Sentence == document.Tokens[first].Sentence
            && (entry.Unless.Contains(document.Tokens[token].Folded) || document.Tokens[token].Shape.Segmentations.Any(cut => entry.Unless.Contains(cut.Stem)));
        return entry.Unless.Count > 0 && (Stands(first - 1) || Stands(end) || Stands(end + 1));
    }

    // «[قوات] بلاده المحتلة»
    private TextSpan? Opener(FramingEntry entry, int first)
    {
        for (var token = first - 1; token >= Math.Max(0, first - OpenerReach) && document.Tokens[token].Sentence == document.Tokens[first].Sentence; token--)
        {
            foreach (var cut in document.Tokens[token].Shape.Segmentations)
            {
                if (entry.After.Contains(cut.Key))
                {
                    return TextSpan.FromBounds(document.Tokens[token].OffsetOf(cut.Offset), document.Tokens[token].Span.End);
                }
            }
        }

        return null;
    }

    private TextSpan? Follower(FramingEntry entry, int end)
    {
        if (end >= document.Tokens.Count || document.Tokens[end].Sentence != document.Tokens[end - 1].Sentence)
        {
            return null;
        }

        var next = document.Tokens[end];
        if (entry.FollowedBy.Contains(Neighbour.Nationality) && lexicon.IsNationality(next))
        {
            return next.Span;
        }

        return mentions.EntityAt(end) is { } entity && mentions.At(end)!.Span.Start >= next.Span.Start && entry.FollowedBy.Any(n => FramingEntry.Is(entity, n))
            ? TextSpan.FromBounds(next.Span.Start, document.Tokens[Math.Min(mentions.At(end)!.EndToken, document.Tokens.Count) - 1].Span.End)
            : null;
    }

    private bool IsPreceded(FramingEntry entry, int first) =>
        first > 0 && document.Tokens[first - 1].Sentence == document.Tokens[first].Sentence
            && (mentions.EntityAt(first - 1) ?? EntityBeforeMark(first)) is { } entity && entry.PrecededBy.Any(n => FramingEntry.Is(entity, n));

    // «تنظيم «داعش» الإرهابي»: the closing mark stands between.
    private Actors.Entity? EntityBeforeMark(int first) =>
        first > 1 && document.Tokens[first - 1].Kind == TokenKind.QuoteMark ? mentions.EntityAt(first - 2) : null;

    // «حسب زعم [البيان]»: the noun or name that doubtful words belong to.
    private TextSpan? Owner(int first, int end)
    {
        if (end >= document.Tokens.Count || document.Tokens[end].Sentence != document.Tokens[first].Sentence || document.Tokens[end].Kind != TokenKind.Word)
        {
            return null;
        }

        return mentions.At(end)?.Span ?? document.Tokens[end].Span;
    }
}
