using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>The name within a phrase that names somebody.</summary>
internal sealed class DraftNames(NewsDocument document)
{
    /// <summary>The words of the name, folded.</summary>
    public List<string> Of(MentionDraft draft) => Of(draft.NameTokens, draft);

    /// <summary>Some words of the phrase, folded, without the clitics before it; its first word where they hold none.</summary>
    public List<string> Of((int First, int End) tokens, MentionDraft draft)
    {
        var words = new List<string>();
        for (var token = tokens.First; token < tokens.End; token++)
        {
            if (document.Tokens[token].Kind is TokenKind.Word or TokenKind.Foreign or TokenKind.Number)
            {
                var skip = token == draft.FirstToken ? draft.Start - document.Tokens[token].Span.Start : 0;
                words.Add(skip > 0 ? ArabicFolding.Fold(document.Text.AsSpan(draft.Start, document.Tokens[token].Span.End - draft.Start)) : document.Tokens[token].Folded);
            }
        }

        return words.Count > 0 ? words : [document.Tokens[draft.FirstToken].Folded];
    }

    /// <summary>Where the name stands in the phrase; the phrase where it has none.</summary>
    public TextSpan Span(MentionDraft draft, TextSpan span)
    {
        if (!draft.HasName)
        {
            return span;
        }

        var start = draft.NameTokens.First == draft.FirstToken ? draft.Start : document.Tokens[draft.NameTokens.First].Span.Start;
        return TextSpan.FromBounds(start, document.Tokens[draft.NameTokens.End - 1].Span.End);
    }
}
