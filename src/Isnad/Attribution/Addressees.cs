using Isnad.Actors;
using Isnad.Language;
using Isnad.Language.Syntax;

namespace Isnad.Attribution;

/// <summary>
/// Tells those who are spoken to from those who speak: after «ودعا», «وطالب», «وحث» may stand either. A masculine verb has no feminine
/// subject, and «المتظاهرين» is none at all.
/// </summary>
internal sealed class Addressees(AttributionScope scope, SpeakerMemory memory)
{
    /// <summary>True where the phrase after a cue is its object, so that whoever spoke last speaks on.</summary>
    public bool IsObject(Cue cue, SpeakerPhrase phrase, Sentence sentence)
    {
        if (cue.Entry?.Is("addressee") != true || cue.Verb is not { Number: Number.Singular } verb || Mention(cue, phrase) is not { } mention || scope.EntityOf(mention) is not { } entity)
        {
            return false;
        }

        var first = scope.Tokens[mention.FirstToken];
        var isDefinite = first.Folded.StartsWith("ال", StringComparison.Ordinal);
        return !scope.Scanner.Agreement.MayBeSubject(mention, verb)
            || (entity.Type == ActorType.Group && first.Folded is [_, _, _, .., 'ي', 'ن'])
            || (entity.Type == ActorType.Geopolitical && verb.Gender == Gender.Masculine && !isDefinite && !scope.Lexicon.IsMasculineState(first))
            || (entity is { Type: ActorType.Group, IsSource: false } && isDefinite && first.Folded is not [.., 'و', 'ن'] && GoesOn(cue, sentence));
    }

    /// <summary>«كما دعا المسلمين إلى …»: no known actor, and in no case of a subject.</summary>
    public bool IsObject(Cue cue, int unknown) =>
        unknown >= 0 && cue.Entry?.Is("addressee") == true && cue.Verb is { Number: Number.Singular } && scope.Tokens[unknown].Folded is [_, _, _, .., 'ي', 'ن'];

    // «ودعا الشعب إلى …» right after a person's words.
    private bool GoesOn(Cue cue, Sentence sentence) =>
        cue.FirstToken == sentence.FirstToken && scope.Tokens[cue.FirstToken].Folded[0] == 'و' && memory.Speaker is { Type: ActorType.Person };

    private ActorMention? Mention(Cue cue, SpeakerPhrase phrase)
    {
        for (var at = cue.EndToken; at < phrase.EndToken; at++)
        {
            if (scope.Scanner.MentionAt(at) is { } mention && scope.EntityOf(mention) == phrase.Entity)
            {
                return mention;
            }
        }

        return null;
    }
}
