using Isnad.Actors;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;

namespace Isnad.Attribution;

/// <summary>Decides who speaks where a verb tells of words: whoever stands beside it, else whoever its sentence or the last one was about.</summary>
internal sealed class VerbSpeakers(AttributionScope scope, SpeakerFinder speakers, ReportDesk desk)
{
    private const int NearestIssuer = 14;
    private readonly SpeakerMemory memory = desk.Memory;
    private readonly Addressees addressees = new(scope, desk.Memory);

    /// <summary>The speaker of a verb and how he was found; no rule where it tells of nobody.</summary>
    /// <param name="cue">The verb.</param>
    /// <param name="right">Who stands after it.</param>
    /// <param name="inside">Whether it lies in the words of another.</param>
    public (Entity? Speaker, string? Rule) Of(Cue cue, SpeakerPhrase right, bool inside)
    {
        if (cue.Verb is { Number: Number.Plural or Number.Dual } && right.Entity is not null && cue.Lead != CueLead.Clause)
        {
            // «يعتبرونها القاعدة الوحيدة»: a verb in the plural stands after its subject.
            right = new(null, null, cue.EndToken, null, false);
        }

        if (right.Entity is not null && cue.FirstToken > 0 && cue.Takes("object") | cue.Entry?.Is("addressee") == true && HasOwnPronoun(cue.FirstToken - 1))
        {
            // «إلا أنها حذرت الحكومات»: the pronoun is the subject.
            right = new(null, null, cue.EndToken, null, false);
        }

        if (right.Entity is null && IsSaidInIt(cue) && Issuer(cue) is { } issuer)
        {
            return (issuer, "report.speaker.issuer");
        }

        // «وكان الوزير قد أكد», «الوزير الذي أعلن», «مصادر قالت»: the subject stands before, unless one stands right after.
        var left = cue.Lead == CueLead.Clause && !OpensWithAuxiliary(cue) ? default : speakers.Left(cue);
        // «الولايات المتحدة تعتبر الحزب …»: right before a verb that takes an object stands its subject.
        var isAdjacent = cue.Takes("object") && scope.Scanner.IsInsideMention(Math.Max(0, cue.FirstToken - 1));
        if (left.Entity is not null && (right.Entity is null || isAdjacent || !HasOwnSubject(cue)))
        {
            return (left.Entity, left.Rule);
        }

        if (cue.Lead == CueLead.Clause && !right.HasPhrase && right.Entity is null && (scope.Lexicon.OpensTopic(scope.Tokens[desk.Sentence.FirstToken]) || FollowsApposition(cue)) && FirstMentioned(cue) is { } topic)
        {
            return (topic, "report.speaker.topic");
        }

        if ((right.Entity is null || addressees.IsObject(cue, right, desk.Sentence)) && SubjectOfAuxiliary(cue) is { } named)
        {
            return (named, "report.speaker.auxiliary");
        }

        if (right.Entity is not null && addressees.IsObject(cue, right, desk.Sentence) && memory.Speaker is { } caller)
        {
            return (caller, "report.speaker.last");
        }

        if (right.Entity is not null)
        {
            return (right.Entity, right.Rule);
        }

        if (right.Statement is not null)
        {
            return (memory.Speaker, "report.speaker.statement");
        }

        if (right.HasPhrase && !cue.Continues)
        {
            return addressees.IsObject(cue, right.UnknownToken) && memory.Speaker is { } goesOn ? (goesOn, "report.speaker.last") : (null, "report.speaker.unknown");
        }

        if ((ReportDesk.StanceOf(cue) == Stance.Hedges || cue.Entry?.Is("impersonal") == true) && cue.Verb is { Tense: Tense.Present, Gender: Gender.Masculine, Number: Number.Singular })
        {
            // «ويفترض أن», «ويتوقع أن»: with nobody beside it the verb is impersonal.
            return (null, null);
        }

        if (cue.Lead is CueLead.Clause or CueLead.Relative && !inside && Speaking(cue) is { } last && Agrees(cue, last))
        {
            return (last, "report.speaker.last");
        }

        return (null, !inside && cue.Lead is CueLead.Clause or CueLead.None && !cue.IsAmbiguous && cue.Verb is { Voice: Voice.Active, Number: Number.Singular } ? "report.speaker.unknown" : null);
    }

    // «حيث قال الناطق», «، وأكد الوزير», «يقول مسؤولون إنه»; «أوكرانيا تتهم الانفصاليين» only in a headline.
    private bool HasOwnSubject(Cue cue) =>
        cue.Lead == CueLead.Clause ? scope.Tokens[cue.FirstToken].Folded[0] is 'و' or 'ف'
        : scope.Scanner.MentionAt(cue.EndToken) is { HasPreposition: false } && cue.Verb is { Number: Number.Singular }
            && !scope.Document.Structure.Title.Contains(cue.Span.Start) && !scope.Closed.Is(scope.Tokens[desk.Sentence.FirstToken], FunctionWord.Auxiliary);

    // «وشددا» goes on with no single speaker.
    private bool Agrees(Cue cue, Entity last) =>
        (cue.Verb is not { Number: Number.Dual or Number.Plural } || last.Type is not ActorType.Person)
            && !(cue.Verb is { Number: Number.Singular, Gender: Gender.Feminine } && last.Type == ActorType.Person && memory.GenderOf(last) == Gender.Masculine);

    private bool OpensWithAuxiliary(Cue cue) =>
        cue.FirstToken > desk.Sentence.FirstToken && cue.LeadToken < cue.FirstToken && scope.Closed.Is(scope.Tokens[cue.FirstToken - 1], FunctionWord.Auxiliary);

    /// <summary>Who goes on speaking where a verb names nobody: the subject of this sentence, else the last speaker it can tell of.</summary>
    private Entity? Speaking(Cue cue) =>
        desk.InSentence is [var first, ..] && !first.IsInner ? first.Speaker ?? memory.Speaker
        : cue.Verb is { Number: Number.Singular, Gender: var gender } && cue.FirstToken == desk.Sentence.FirstToken && memory.Agreeing(gender, desk.Drafts, scope) is { } agreeing ? agreeing
        : cue.FirstToken > desk.Sentence.FirstToken + 1 && !AttributionScope.IsComma(scope.Tokens[cue.FirstToken - 1]) && SubjectBefore(cue) is { } subject ? subject
        : memory.Speaker;

    private bool HasOwnPronoun(int token) =>
        scope.Closed.Is(scope.Tokens[token], FunctionWord.Complementizer) && scope.Tokens[token].Shape.Segmentations.Any(s => s.Enclitic.Length > 0);

    // «أصدرت اللجنة تقريراً قالت فيه إن …»
    private bool IsSaidInIt(Cue cue) =>
        cue.EndToken < scope.Tokens.Count && scope.Closed.PrepositionOf(scope.Tokens[cue.EndToken]) is { } preposition && scope.Tokens[cue.EndToken].Folded.Length == preposition.Length + 1;

    private Entity? Issuer(Cue cue)
    {
        for (var at = cue.FirstToken - 1; at >= Math.Max(desk.Sentence.FirstToken, cue.FirstToken - NearestIssuer); at--)
        {
            if (scope.Scanner.MentionAt(at) is { } mention && cue.Verb is { } verb && scope.Scanner.Agreement.MayBeSubject(mention, verb) && scope.EntityOf(mention) is { } issuer)
            {
                return issuer;
            }
        }

        return null;
    }

    // «أما الوزير فلان، وهو …، فقال»
    private Entity? FirstMentioned(Cue cue)
    {
        for (var at = desk.Sentence.FirstToken; at < cue.FirstToken; at++)
        {
            if (scope.Scanner.MentionAt(at) is { HasPreposition: false } mention)
            {
                return speakers.Named(mention, cue.FirstToken).Entity;
            }
        }

        return null;
    }

    /// <summary>«وكان المجلس الذي يدعو إلى حكم ذاتي دعا …», «وكانت الوحدات، الجناح العسكري للحزب، دانت …»: who stands right after the auxiliary that opens the sentence.</summary>
    private Entity? SubjectOfAuxiliary(Cue cue)
    {
        var first = desk.Sentence.FirstToken;
        if (desk.InSentence.Count > 0 || cue.FirstToken <= first + 1 || cue.Verb is not { } verb || scope.Tokens[cue.FirstToken].Folded[0] is 'و' or 'ف'
            || !scope.Closed.Is(scope.Tokens[first], FunctionWord.Auxiliary) || scope.Scanner.MentionAt(first + 1) is not { HasPreposition: false } mention
            || !scope.Scanner.Agreement.MayBeSubject(mention, verb))
        {
            return null;
        }

        // Its own verb lies between where none of them hangs on a relative: «وكان الوفد وصل أمس [، أعلن …]».
        for (var at = mention.EndToken; at < cue.FirstToken; at++)
        {
            if (scope.Closed.Is(scope.Tokens[at], FunctionWord.Complementizer)
                || (scope.Scanner.IsFiniteVerb(at) && !scope.Closed.Is(scope.Tokens[at - 1], FunctionWord.Relative)))
            {
                return null;
            }
        }

        return speakers.Named(mention, cue.FirstToken).Entity;
    }

    // «فلان، الباحث في العلاقات الدولية، شدد على أن …»: the one named first, commas around what he is, then the verb.
    private bool FollowsApposition(Cue cue)
    {
        var first = desk.Sentence.FirstToken;
        if (scope.Tokens[cue.FirstToken].Folded[0] is 'و' or 'ف' || cue.FirstToken < first + 3 || !AttributionScope.IsComma(scope.Tokens[cue.FirstToken - 1])
            || scope.Scanner.MentionAt(first) is not { HasPreposition: false })
        {
            return false;
        }

        for (var at = first; at < cue.FirstToken; at++)
        {
            if (scope.Scanner.IsFiniteVerb(at))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The speaker of a participle or masdar: «مشيراً» goes with the verb of its sentence.</summary>
    public (Entity? Speaker, string? Rule) OfSentence(Cue cue)
    {
        if (desk.InSentence.LastOrDefault(d => !d.IsInner) is { } draft)
        {
            return (draft.Speaker, "report.speaker.sentence");
        }

        return SubjectBefore(cue) is { } subject ? (subject, "report.speaker.sentence-subject") : (memory.Speaker, memory.Speaker is null ? null : "report.speaker.last");
    }

    /// <summary>The subject of the sentence's first verb: «استقبل الوزير السفير، مؤكداً أن …».</summary>
    private Entity? SubjectBefore(Cue cue)
    {
        for (var at = desk.Sentence.FirstToken; at < cue.FirstToken; at++)
        {
            if (scope.Scanner.IsFiniteVerb(at) && speakers.Right(at + 1, cue.FirstToken) is { Entity: { } subject })
            {
                return subject;
            }

            if (scope.Scanner.MentionAt(at) is { HasPreposition: false } mention && scope.EntityOf(mention) is { } first
                && (at == desk.Sentence.FirstToken || scope.Closed.PrepositionOf(scope.Tokens[at - 1]) is null))
            {
                return first;
            }
        }

        return null;
    }
}
