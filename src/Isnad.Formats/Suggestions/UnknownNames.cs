using Isnad.Actors;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Formats.Suggestions;

/// <summary>Finds the proper names of an article that no knowledge entry stands behind.</summary>
public static class UnknownNames
{
    private const int ContextLength = 45;
    private const string ModelRule = "actor.model";
    private const string OrganizationHeads = "actors/organization-heads#";

    public static IReadOnlyList<UnknownName> Of(NewsDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. document.Entities.Where(IsUnknownName).Select(entity => Describe(document, entity))];
    }

    // «الوزير التركي» is a description and no name; a single word may be anything.
    private static bool IsUnknownName(Entity entity) =>
        entity is { Known: null, IsDual: false, Mentions.Count: > 0, Type: ActorType.Person or ActorType.Organization }
            && entity.Name.Contains(' ', StringComparison.Ordinal)
            && (entity.Mentions.Any(m => m.NameSpan.Start > m.Span.Start)
                || entity.Because.Any(b => b.Rule == ModelRule || b.Entry?.StartsWith(OrganizationHeads, StringComparison.Ordinal) == true));

    private static UnknownName Describe(NewsDocument document, Entity entity)
    {
        var first = entity.Mentions[0];
        var titled = entity.Mentions.FirstOrDefault(m => m.NameSpan.Start > m.Span.Start);
        var title = titled is null ? null : document.Text[titled.Span.Start..titled.NameSpan.Start].Trim(' ', '،', ',', '«', '"', '(', ':', '\u00A0');
        return new(ArabicFolding.Fold(entity.Name), entity.Name, entity.Type == ActorType.Person, title is { Length: > 1 } ? title : null,
            entity.Country, entity.Sector, entity.Mentions.Count, Around(document.Text, first.Span), document.Article.Outlet, document.Article.Published);
    }

    private static string Around(string text, TextSpan span)
    {
        var start = Math.Max(0, span.Start - ContextLength);
        var end = Math.Min(text.Length, span.End + ContextLength);
        // Not from the middle of a word, nor of a pair of surrogates.
        start = start == 0 ? 0 : Math.Min(span.Start, Math.Max(start, text.IndexOf(' ', start) + 1));
        end = end == text.Length ? end : Math.Max(span.End, text.LastIndexOf(' ', end - 1));
        return text[start..end].ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
    }
}
