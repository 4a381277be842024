using Isnad.Actors;
using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Attribution;

/// <summary>
/// Reports whose cue is a colon after the speaker's name: «لافروف: لا نية لدينا». A country before a colon is the topic
/// («السودان: اعتقال 38 متظاهراً»), unless the words after it are said in the first person or deny.
/// </summary>
internal sealed class ColonReports(AttributionScope scope)
{
    private const int LongestName = 10;
    private readonly ContentBoundary boundary = new(scope);
    private readonly ChainFinder chain = new(scope);

    /// <summary>The report of a headline or of a paragraph that opens with a name and a colon; null where there is none.</summary>
    public ReportDraft? Read(int first, int end)
    {
        var tokens = scope.Tokens;
        var colon = first;
        while (colon < end && colon < first + LongestName && tokens[colon].Folded != ":")
        {
            colon++;
        }

        if (colon >= end - 1 || colon == first || tokens[colon].Folded != ":" || Speaker(first, colon) is not { } speaker || scope.IsOutlet(speaker))
        {
            return null;
        }

        for (var at = first; at < colon; at++)
        {
            if (tokens[at].Folded is "-" or "–" or "—" or "ـ")
            {
                // «بيني - د.ب.أ: …» is where and through whom.
                return null;
            }
        }

        if (IsTopic(first, speaker) && !SaysSo(colon + 1))
        {
            return null;
        }

        var cue = new Cue(CueKind.Colon, colon, colon + 1, tokens[colon].Span, null, null, false, CueLead.Clause, colon, "");
        var words = boundary.From(new(ContentKind.Clause, colon, colon + 1, tokens[colon + 1].Span.Start), end);
        var draft = new ReportDraft(cue, speaker, words, Stance.Neutral) { FirstToken = colon + 1, Confidence = 0.8 };
        draft.Because.Add(new("report.cue.colon", null, scope.Document.Quote(cue.Span), "a name, a colon, what was said"));
        draft.Because.Add(new("report.speaker.colon", speaker.Known, null, speaker.Name));
        foreach (var (entity, mention) in chain.Media(first, colon, speaker))
        {
            // «بنكيران لوكالة الأناضول: …»
            draft.Via.Add(entity);
            draft.Because.Add(new("report.via.medium", entity.Known, scope.Document.Quote(mention.Span), "carried the words"));
        }

        return draft;
    }

    // The name fills all that stands before the colon, but for «لـ«الصحيفة»» and a place.
    private Entity? Speaker(int first, int colon)
    {
        var at = first;
        while (at < colon && scope.Tokens[at].Kind == TokenKind.QuoteMark)
        {
            at++;
        }

        if (at < colon && scope.Scanner.MentionAt(at) is null)
        {
            return ByName(at, colon);
        }

        if (at == colon || scope.Scanner.MentionAt(at) is not { HasPreposition: false } mention || scope.EntityOf(mention) is not { } entity || entity.Type == ActorType.Agreement)
        {
            return null;
        }

        for (var rest = mention.EndToken; rest < colon; rest++)
        {
            if (scope.Scanner.IsFiniteVerb(rest))
            {
                return null;
            }
        }

        return entity;
    }

    // «الصيد: …» above an article about «الحبيب الصيد»: the words before the colon end the name of somebody in it.
    private Entity? ByName(int first, int colon)
    {
        var end = colon;
        while (end > first && scope.Tokens[end - 1].Kind != TokenKind.Word)
        {
            end--;
        }

        if (end == first || end - first > 3)
        {
            return null;
        }

        var name = string.Join(' ', scope.Tokens.Skip(first).Take(end - first).Select(t => t.Folded));
        return scope.Document.Entities.FirstOrDefault(e => e.Type == ActorType.Person && (" " + ArabicFolding.Fold(e.Name)).EndsWith(" " + name, StringComparison.Ordinal));
    }

    private bool IsTopic(int first, Entity speaker) =>
        speaker.Type == ActorType.Geopolitical && scope.Scanner.MentionAt(first) is { } mention
        && ArabicFolding.Fold(mention.Span.Of(scope.Document.Text)) is var written
        && (written == ArabicFolding.Fold(speaker.Name) || speaker.MayBePlace);

    // «واشنطن: لن ننسحب»
    private bool SaysSo(int token) =>
        scope.Closed.Is(scope.Tokens[token], FunctionWord.Negator)
        || scope.Document.Words[token].Any(r => r.Sense.Verb is { Person: 1 })
        || scope.Quotations.OpeningAt(token) is { IsSpeech: true };
}
