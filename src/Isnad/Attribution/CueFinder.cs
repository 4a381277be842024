using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Language.Tagging;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Attribution;

/// <summary>Finds the cues of a sentence: verbs, participles, masdars and phrases that announce words.</summary>
internal sealed class CueFinder(AttributionScope scope, SpeakerFinder speakers)
{
    private readonly NewsDocument document = scope.Document;
    private readonly AttributionLexicon lexicon = scope.Lexicon;
    private readonly ClauseScanner scanner = scope.Scanner;
    private const int LongestLead = 12;
    private readonly IReadOnlyList<Token> tokens = scope.Tokens;
    private readonly ClosedClass closed = scope.Closed;
    private readonly PostposedCues postposed = new(scope);

    /// <summary>Cues in text order.</summary>
    public List<Cue> In(Sentence sentence)
    {
        var cues = new List<Cue>();
        for (var at = sentence.FirstToken; at < sentence.EndToken; at++)
        {
            if (lexicon.ImpersonalAt(tokens, at) is > 0 and var past)
            {
                at = past - 1;
            }
            else if ((Phrase(at) ?? Word(at)) is { } cue && (cue.Kind != CueKind.Masdar || cue.IsOwned || cues is [.., { IsRelay: true }] || TellsNext(cue.EndToken)))
            {
                cues.Add(cue);
                at = cue.EndToken - 1;
            }
        }

        return cues;
    }

    // «قوله إن»; «لدى تطرقه إلى …» only names an act.
    private bool TellsNext(int at) =>
        at < tokens.Count && (tokens[at].Kind == TokenKind.QuoteMark || tokens[at].Folded == ":" || lexicon.OpensContent(tokens, at));

    private Cue? Phrase(int at)
    {
        foreach (var match in lexicon.Phrases.At(tokens, at))
        {
            if (match.Value.NeedsFor && !CarriesFor(match.EndToken))
            {
                continue;
            }

            // «حسبما ذكرت»: the verb is part of the cue.
            var end = match.EndToken;
            var telling = end < tokens.Count && tokens[end].Sentence == tokens[at].Sentence && end - at <= 2 && EndsInThat(end - 1) && HasVerb(end);
            if (match.Value.Entry["tells"] == "aside" && !(telling && at > document.Sentences[tokens[at].Sentence].FirstToken && postposed.Closes(end + 1)))
            {
                continue;
            }

            if (match.Value.Entry["tells"] is not null && !(telling && scope.Forms(end).Any(r => r.Sense is { Verb.Tense: Tense.Past, Entry.Kind: "cue-verb" })))
            {
                continue;
            }

            if (EndsInThat(end - 1) && !telling && match.Value.Entry["place"] != "after")
            {
                continue;
            }

            end += telling ? 1 : 0;
            var span = TextSpan.FromBounds(tokens[at].Span.Start, tokens[end - 1].Span.End);
            var (lead, leadToken) = Lead(at, isVerb: false);
            return new(CueKind.Phrase, at, end, span, match.Value.Entry, null, false, lead, leadToken, match.Enclitic);
        }

        return Owned(at);
    }

    // «بحسب قوله»، «على حد تعبيره»: a pronoun stands for the speaker.
    private Cue? Owned(int at)
    {
        foreach (var match in lexicon.Phrases.At(tokens, at, pronouns: true))
        {
            if (match.Enclitic.Length > 0 && match.EndToken > at + 1)
            {
                var (lead, leadToken) = Lead(at, isVerb: false);
                var span = TextSpan.FromBounds(tokens[at].Span.Start, tokens[match.EndToken - 1].Span.End);
                return new(CueKind.Phrase, at, match.EndToken, span, match.Value.Entry, null, false, lead, leadToken, match.Enclitic);
            }
        }

        return null;
    }

    private bool EndsInThat(int token) => tokens[token].Folded.EndsWith("ما", StringComparison.Ordinal);

    private bool HasVerb(int token) => scope.Forms(token).Any(r => r.Sense.Verb is not null);

    private bool CarriesFor(int token) =>
        token < tokens.Count && (tokens[token].Folded == "ل" || tokens[token].Shape.Segmentations.Any(s => s.Has(Proclitics.For)));

    private Cue? Word(int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Word || scanner.IsInsideMention(at))
        {
            return null;
        }

        foreach (var reading in scope.Forms(at))
        {
            var (sense, cut) = (reading.Sense, reading.Cut);
            if (sense.Entry.Kind != "cue-verb")
            {
                continue;
            }

            var kind = sense.Class switch
            {
                WordClass.Verb when Tells(at, sense.Verb) && !cut.Has(Proclitics.For) && !(cut.Has(Proclitics.Future) && sense.Entry.Is("ambiguous")) && !IsOneself(cut) && sense.Entry.Values("takes").Count > 0 && !LooksLikeNoun(at, sense.Entry) && IsVerbHere(at, cut, sense.Entry) => CueKind.Verb,
                WordClass.Participle when sense.Participle == ParticipleKind.Active && IsAdverbial(at, token, cut) => CueKind.Participle,
                // «اكتفى بالقول إن …»
                WordClass.Masdar when cut.Has(Proclitics.By) && cut.Has(Proclitics.Article) && TellsNext(at + 1) && sense.Entry.Values("takes").Contains("bare") => CueKind.Masdar,
                WordClass.Masdar when IsOwnedSpeech(at, sense, cut) => CueKind.Masdar,
                WordClass.Masdar when cut.Enclitic.Length > 0 && !cut.Has(Proclitics.For | Proclitics.Like) && (!cut.Has(Proclitics.By) || (TellsNext(at + 1) && !sense.Entry.Values("takes").Contains("object"))) => CueKind.Masdar,
                _ => (CueKind?)null,
            };
            if (kind is { } found)
            {
                var (lead, leadToken) = Lead(at, kind == CueKind.Verb);
                return new(found, at, at + 1, token.Span, sense.Entry, sense.Verb, IsNegated(at), lead, leadToken, cut.Enclitic) { IsOwned = found == CueKind.Masdar && cut.Enclitic.Length == 0 && !cut.Has(Proclitics.Article) };
            }
        }

        return null;
    }

    // «قول السفير: «…»»: whose words they are right after it, a colon behind him. «تصريحات الوزير «…»» may be what another says of them.
    private bool IsOwnedSpeech(int at, WordSense sense, Segmentation cut)
    {
        if (at + 1 >= tokens.Count || cut.Enclitic.Length > 0 || (cut.Proclitics & ~Proclitics.And) != 0 || !sense.Entry.Values("takes").Contains("speech") || scanner.MentionAt(at + 1) is not { HasPreposition: false } mention)
        {
            return false;
        }

        var end = speakers.Named(mention, Math.Min(tokens.Count, mention.EndToken + LongestLead)).EndToken;
        return end < tokens.Count && tokens[end].Sentence == tokens[at].Sentence && tokens[end].Folded == ":";
    }

    // The third person tells of somebody; «لم يجب» answers, «يجب» obliges.
    private bool Tells(int at, VerbFeatures? verb) =>
        verb is { Person: 3, Tense: not Tense.Imperative } && (verb.Value.Mood != Mood.SubjunctiveOrJussive || IsNegated(at));

    private bool IsVerbHere(int at, Segmentation cut, KnowledgeRecord entry)
    {
        if (cut.Enclitic.Length > 0 && (!entry.Values("takes").Contains("object") || lexicon.IsPartWord(cut.Stem)))
        {
            // «نقلتها»، «نشره»: tells of the words before it; «وأبرزها» is the foremost of them.
            return false;
        }

        var before = at - 1;
        if (before < 0 || tokens[before].Sentence != tokens[at].Sentence)
        {
            return true;
        }

        if (lexicon.IsCondition(tokens[before]))
        {
            return false;
        }

        // «يريد أن يقول» says nothing, «فإنه قال» does; «ما يؤكد» has no speaker; «بين الوزيرين» is a preposition. «من جانبه قال»: a
        // preposition with its pronoun or noun is complete.
        var kind = closed[tokens[before]];
        return ((kind & FunctionWord.Complementizer) == 0 || HasPronoun(tokens[before]) || lexicon.ContrastAt(tokens, before - 1) == at)
            && (kind & (FunctionWord.Relative | FunctionWord.Negator)) != (FunctionWord.Relative | FunctionWord.Negator)
            && ((kind & FunctionWord.Preposition) == 0 || (kind & FunctionWord.Relative) != 0)
            && (!closed.Is(tokens[at], FunctionWord.Preposition) || (kind & (FunctionWord.Subordinator | FunctionWord.Auxiliary)) != 0 || cut.Has(Proclitics.And) || AttributionScope.IsComma(tokens[before]) || IsLoneConjunction(before));
    }

    // «في ضوء سجل النظام»: a word of several meanings inside its clause is a verb where the models see one.
    private bool LooksLikeNoun(int at, KnowledgeRecord entry) =>
        entry.Is("ambiguous") && document.Tags[at].Tag is WordTag.Noun or WordTag.Adj && Lead(at, isVerb: false).Lead == CueLead.None;

    // «رأينا»: seen by us or by one who saw us, told by nobody.
    private static bool IsOneself(Segmentation cut) => cut.Enclitic is "نا" or "ني" or "ي" or "ك" or "كم";

    private static bool HasPronoun(Token token) => token.Shape.Segmentations.Any(s => s.Enclitic.Length > 0);

    // «و أضاف»: some agencies write the conjunction apart.
    private bool IsLoneConjunction(int token) => tokens[token].Folded is "و" or "ف";

    // «مشيراً»، «مؤكدة»، «مشيرين»: an indefinite accusative that follows its verb.
    // A feminine or plural could be an adjective («تكلفة متوقعة»), so a comma, a mark or what it takes must show the adverb.
    private bool IsAdverbial(int at, Token token, Segmentation cut) =>
        cut.Enclitic.Length == 0 && (cut.Proclitics & ~Proclitics.And) == 0
        && at > 0 && closed.PrepositionOf(tokens[at - 1]) is null
        && (token.Folded[^1] == 'ا' || IsSetOff(at) || (token.Folded[^1] == 'ه' && at + 1 < tokens.Count && (lexicon.OpensContent(tokens, at + 1) || (at + 2 < tokens.Count && lexicon.OpensContent(tokens, at + 2)))));

    private bool IsSetOff(int at) =>
        AttributionScope.IsComma(tokens[at - 1]) || tokens[at - 1].Kind is TokenKind.QuoteMark || tokens[at - 1].Folded is ")" or "-";

    private bool IsNegated(int at) =>
        at > 0 && tokens[at - 1].Sentence == tokens[at].Sentence && closed.Is(tokens[at - 1], FunctionWord.Negator) && !closed.Is(tokens[at - 1], FunctionWord.Relative);

    /// <summary>What opens the clause of a cue, and where.</summary>
    private (CueLead Lead, int Token) Lead(int at, bool isVerb)
    {
        var first = document.Sentences[tokens[at].Sentence].FirstToken;
        if (at == first)
        {
            return (CueLead.Clause, at);
        }

        if (tokens[at].Folded[0] is 'و' or 'ف' && tokens[at].Shape.Segmentations.Any(s => s.Has(Proclitics.And | Proclitics.So) && s.Enclitic.Length == 0) && document.Words[at].All(r => r.Cut.Has(Proclitics.And | Proclitics.So)))
        {
            return (CueLead.Clause, at);
        }

        if (IsLoneConjunction(at - 1))
        {
            return (CueLead.Clause, at - 1);
        }

        var token = at - 1;
        if (closed.Is(tokens[token], FunctionWord.Complementizer) && HasPronoun(tokens[token]))
        {
            return (CueLead.Clause, token);
        }

        while (token > first && closed.Is(tokens[token], FunctionWord.Auxiliary | FunctionWord.Negator) && !closed.Is(tokens[token], FunctionWord.Relative))
        {
            token--;
        }

        if (closed.Is(tokens[token], FunctionWord.Relative))
        {
            return (CueLead.Relative, token);
        }

        if (tokens[token].Kind == TokenKind.Punctuation && tokens[token].Folded is not ("(" or ")") || closed.Is(tokens[token], FunctionWord.Subordinator) || (token < at - 1 && tokens[token + 1].Folded[0] == 'و'))
        {
            return (CueLead.Clause, closed.Is(tokens[token], FunctionWord.Subordinator) ? token : token + 1);
        }

        if (isVerb)
        {
            for (var back = at - 1; back >= first && back > at - LongestLead; back--)
            {
                if (back < at - 1 && scanner.IsFiniteVerb(back))
                {
                    // «فيما اقترحت روسيا مسودة تطالب بـ…»: the contrast has its verb.
                    break;
                }

                if (lexicon.ContrastAt(tokens, back) is > 0 and var past && past <= at)
                {
                    return (CueLead.Contrast, back);
                }

                if (tokens[back].Folded is "؛" or ":")
                {
                    break;
                }
            }
        }

        return (CueLead.None, at);
    }
}
