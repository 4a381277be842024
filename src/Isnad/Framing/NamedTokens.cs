using Isnad.Actors;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Framing;

/// <summary>Which entity is named at, before or after some words.</summary>
internal sealed class NamedTokens
{
    private readonly NewsDocument document;
    private readonly ActorMention?[] at;

    public NamedTokens(NewsDocument document)
    {
        this.document = document;
        at = new ActorMention?[document.Tokens.Count];
        foreach (var mention in document.Mentions.OrderBy(m => m.EndToken - m.FirstToken))
        {
            // Written shortest first, so that a token ends up with the longest mention that covers it.
            for (var token = mention.FirstToken; token < mention.EndToken; token++)
            {
                at[token] = mention;
            }
        }
    }

    public ActorMention? At(int token) => token >= 0 && token < at.Length ? at[token] : null;

    public Entity? EntityAt(int token) => At(token) is { EntityId: >= 0 } mention && mention.EntityId < document.Entities.Count ? document.Entities[mention.EntityId] : null;

    /// <summary>The entity that words colour: the one whose mention holds them, else the one named right after or before.</summary>
    public int? Target(int firstToken, int endToken)
    {
        for (var token = firstToken; token < endToken; token++)
        {
            if (EntityAt(token) is { } inside)
            {
                return inside.Index;
            }
        }

        return (EntityAt(endToken) ?? EntityAt(firstToken - 1))?.Index;
    }

    /// <summary>
    /// The words with the title before them where they stand in one: «رئيس [النظام التركي] رجب طيب أردوغان» → «رئيس النظام التركي».
    /// </summary>
    public TextSpan WithTitle(TextSpan words, int firstToken) =>
        At(firstToken) is { } mention && EntityAt(firstToken) is { Type: ActorType.Person } && mention.Span.Start < words.Start
            && (mention.NameSpan == mention.Span || mention.NameSpan.Start >= words.End)
            ? TextSpan.FromBounds(mention.Span.Start, words.End)
            : words;
}
