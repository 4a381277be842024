using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Text;

namespace Isnad.Attribution;

/// <summary>A cue with what stands around it, before it is known where its words end.</summary>
/// <param name="Cue">The cue.</param>
/// <param name="Right">Who stands after it.</param>
/// <param name="Content">Where its words begin after it; null where they stand before it.</param>
/// <param name="Carried">«نقلت … عن … نفيه»: the noun that says how the words were said, or null.</param>
internal sealed record CueFrame(Cue Cue, SpeakerPhrase Right, ContentStart? Content, Cue? Carried = null);

/// <summary>Finds the cues of a sentence that announce words, and leaves out those that only look like it.</summary>
internal sealed class CueFrames(AttributionScope scope, SpeakerFinder speakers)
{
    // Asides before the words begin: «وقال فلان، …، بحسب …، إن».
    private const int MostSteps = 3;
    private const int FarthestSpeech = 8;
    private readonly CueFinder cues = new(scope, speakers);
    private readonly ContentFinder contents = new(scope);
    private readonly Asides asides = new(scope.Tokens);

    /// <summary>The cues of a sentence in text order.</summary>
    public List<CueFrame> In(Sentence sentence)
    {
        var all = cues.In(sentence);
        asides.Read(sentence);
        var frames = new List<CueFrame>();
        for (var at = 0; at < all.Count; at++)
        {
            var cue = all[at];
            // «أضاف يقول»، «ومضى قائلاً»، «واختتم بالقول»: two words, one cue.
            if (cue.Kind == CueKind.Verb && at + 1 < all.Count && all[at + 1].FirstToken == cue.EndToken && GoesOn(all[at + 1]) && all[at + 1].Takes("speech"))
            {
                var next = all[++at];
                cue = cue with { EndToken = next.EndToken, Span = next.Kind == CueKind.Masdar ? cue.Span : cue.Span.Union(next.Span) };
            }

            var carried = cue.IsRelay ? all.Skip(at + 1).FirstOrDefault(c => asides.Same(c.FirstToken, cue.FirstToken) && !StandsAside(c)) : null;
            carried = carried?.Kind == CueKind.Masdar ? carried : null;
            at = carried is null ? at : all.IndexOf(carried);
            var following = all.FindIndex(at + 1, c => Ends(c, cue));
            var limit = following >= 0 ? Math.Max(cue.EndToken, all[following].FirstToken) : sentence.EndToken;
            var frame = Frame(cue, carried, limit);
            for (var step = 0; step < MostSteps && frame.Content is null && following >= 0 && cue.Kind == CueKind.Verb && cue.Takes("clause") && MayStepOver(cue, all[following]); step++)
            {
                following = all.FindIndex(following + 1, c => Ends(c, cue));
                frame = Frame(cue, carried, following >= 0 ? Math.Max(cue.EndToken, all[following].FirstToken) : sentence.EndToken);
            }

            var hasWords = frame.Content is { } content && cue.Kind != CueKind.Phrase && frames.Exists(f => f.Content?.FirstToken == content.FirstToken && f.Cue.Kind != CueKind.Phrase);
            if (!hasWords && Announces(frame, sentence))
            {
                frames.Add(frame);
            }
        }

        return frames;
    }

    // A form of a cue that nothing parts from the words before it may be a noun: «جدد الوزير رفض بلاده»; what stands in an aside
    // stops nothing outside it.
    private bool Ends(Cue next, Cue cue) => (next.Kind != CueKind.Verb || next.Lead != CueLead.None) && asides.Same(next.FirstToken, cue.FirstToken);

    // «نقلت الوكالة عن مسؤول، لم تذكر اسمه، قوله»: what is not told, or told of whoever speaks.
    private static bool StandsAside(Cue cue) => cue.Kind == CueKind.Verb && (cue.Negated || cue.Lead == CueLead.Relative);

    // «وقال الوزير - حسبما ذكرت الوكالة - إن …», «وقال ناشط، طلب عدم ذكر اسمه، إن …», «وأضاف فلان متسائلاً: …»
    private bool MayStepOver(Cue cue, Cue next) => next.Kind switch
    {
        CueKind.Phrase => true,
        CueKind.Participle => cue.Takes("speech") && !AttributionScope.IsComma(scope.Tokens[next.FirstToken - 1]),
        CueKind.Verb => scope.Tokens[next.FirstToken].Folded[0] is not ('و' or 'ف') && (next.Lead == CueLead.Relative || AttributionScope.IsComma(scope.Tokens[next.FirstToken - 1])),
        _ => false,
    };

    // «قال طالب»: what looks like a past tense is whoever speaks.
    private static bool GoesOn(Cue cue) => cue.Kind == CueKind.Participle || cue is { Kind: CueKind.Masdar, Enclitic: "" } || cue.Verb is { Tense: Tense.Present };

    /// <summary>Index of the token where the words of a cue must end: the clause of the next cue that is no part of them.</summary>
    public int Stop(List<CueFrame> frames, int at, Sentence sentence)
    {
        var start = frames[at].Content?.FirstToken ?? frames[at].Cue.EndToken;
        for (var next = at + 1; next < frames.Count; next++)
        {
            var cue = frames[next].Cue;
            if (cue.FirstToken > start && cue.Lead != CueLead.Relative && !OpensTheWords(start, cue) && asides.Same(cue.FirstToken, start) && !scope.Quotations.IsInSpeech(cue.FirstToken)
                && (cue.Kind is CueKind.Participle or CueKind.Phrase || cue.Lead != CueLead.None))
            {
                return Math.Max(start + 1, Math.Min(cue.LeadToken, cue.FirstToken));
            }
        }

        return sentence.EndToken;
    }

    // «وقال المصدر: لقد أعلنت سوريا …»: the verb of the words themselves.
    private bool OpensTheWords(int start, Cue cue)
    {
        if (cue.Kind != CueKind.Verb || scope.Tokens[cue.FirstToken].Folded[0] is 'و' or 'ف')
        {
            return false;
        }

        for (var at = start; at < cue.FirstToken; at++)
        {
            if (scope.Closed[scope.Tokens[at]] == Language.Syntax.FunctionWord.None)
            {
                return false;
            }
        }

        return true;
    }

    private CueFrame Frame(Cue cue, Cue? carried, int limit)
    {
        var right = cue.Kind is CueKind.Verb or CueKind.Phrase || cue.IsOwned ? speakers.Right(cue.EndToken, carried?.FirstToken ?? limit) : new(null, null, cue.EndToken, null, false);
        var content = carried is not null
            ? contents.After(carried, carried.EndToken, true, limit)
            : contents.After(cue, Math.Max(cue.EndToken, right.EndToken), right.Entity is not null || right.Statement is not null, limit);
        if (right.UnknownToken >= 0 && (content?.FirstToken == right.UnknownToken || StepsOver(cue, right.UnknownToken)))
        {
            // «ونفى لجوء القوات إلى العنف», «ولفت الانتباه إلى أن»: the noun goes with the verb, nobody stands there.
            right = right with { HasPhrase = false };
        }

        return new(cue, right, content, carried);
    }

    private bool StepsOver(Cue cue, int token) =>
        scope.Lexicon.IsObjectOnly(scope.Tokens[token]) || cue.Entry is { } entry && entry.Values("steps-over").Any(word => ArabicFolding.Fold(word) == scope.Tokens[token].Folded);

    private bool Announces(CueFrame frame, Sentence sentence)
    {
        var (cue, right, content, carried) = frame;
        if (cue.Kind == CueKind.Phrase)
        {
            return true;
        }

        if (cue.Kind == CueKind.Verb && scope.Closed.Is(scope.Tokens[cue.FirstToken], Language.Syntax.FunctionWord.Preposition) && content is not { Kind: ContentKind.Clause or ContentKind.Speech or ContentKind.Prepositional })
        {
            // «وبين الحوثيين»
            return false;
        }

        if (content is null)
        {
            return cue.Kind == CueKind.Verb && PrecededByWords(cue, sentence);
        }

        if (carried is null && cue.IsAmbiguous && cue.Kind == CueKind.Verb && content.Value.Kind == ContentKind.Speech && content.Value.HeaderEnd - Math.Max(cue.EndToken, right.EndToken) > FarthestSpeech)
        {
            // «ويواصل حملاته … «…»»: a term in marks far from a word of several meanings.
            return false;
        }

        if (content.Value.Kind == ContentKind.Speech && cue is { Kind: CueKind.Verb, Verb.Tense: Tense.Present } && right.Entity is null
            && (cue.Lead == CueLead.None ? cue.Takes("object") && !scope.Scanner.IsInsideMention(cue.FirstToken - 1) : cue.Lead == CueLead.Relative && cue.IsAmbiguous))
        {
            // «قائمة تعد «…»», «الجائزة التي تسمى «…»»: says what a thing is called.
            return false;
        }

        if (content.Value.Kind is ContentKind.Clause or ContentKind.Speech)
        {
            return true;
        }

        // «التي رحبت بالاتفاق», «مسيرة تطالب بإصلاحات»: what somebody is known for, not what he says here.
        return cue.Kind switch
        {
            CueKind.Participle => !cue.IsAmbiguous || content.Value.Kind == ContentKind.Prepositional || AttributionScope.IsComma(scope.Tokens[Math.Max(0, cue.FirstToken - 1)]),
            CueKind.Verb when cue.Lead == CueLead.Relative => false,
            CueKind.Verb when cue.Lead == CueLead.None => scope.Document.Structure.Title.Contains(cue.Span.Start) || OpensWithAuxiliary(sentence)
                || (right.Entity is not null && (content.Value.Kind == ContentKind.Prepositional || cue.Verb is { Tense: Tense.Past }) && OpensWithAdverbial(cue, sentence)),
            _ => !cue.IsAmbiguous || content.Value.Kind == ContentKind.Prepositional || right.Entity is not null,
        };
    }

    // «وكان الملك أعلن عن رؤية بلاده»
    private bool OpensWithAuxiliary(Sentence sentence) =>
        scope.Closed.Is(scope.Tokens[sentence.FirstToken], Language.Syntax.FunctionWord.Auxiliary);

    // «إلى ذلك دعا الوزير إلى هدنة»: before the verb stands only when or where.
    private bool OpensWithAdverbial(Cue cue, Sentence sentence)
    {
        if (!scope.Closed.Is(scope.Tokens[sentence.FirstToken], Language.Syntax.FunctionWord.Preposition) && scope.Scanner.TimeEndAt(sentence.FirstToken) == 0)
        {
            return false;
        }

        for (var at = sentence.FirstToken; at < cue.FirstToken; at++)
        {
            if (scope.Scanner.IsFiniteVerb(at))
            {
                return false;
            }
        }

        return true;
    }

    // «…»، قال الوزير.
    private bool PrecededByWords(Cue cue, Sentence sentence)
    {
        var before = cue.FirstToken - 1;
        return before > sentence.FirstToken && cue.Takes("speech")
            && (AttributionScope.IsComma(scope.Tokens[before]) || scope.Tokens[before].Kind == TokenKind.QuoteMark);
    }
}
