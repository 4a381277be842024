using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>
/// Readings that the spelling allows and a report does not write: commands, «thou», «I» outside quotations, a jussive with
/// nothing that calls for one. Without this «الغاز» is a raider, «أبدى» «I exterminate» and «يستعد» «let him retrieve».
/// </summary>
internal sealed class UnlikelyForms(NewsDocument document, ClauseScanner scanner)
{
    private const string Mine = "ي";
    private readonly SpanSet speech = new(document.Quotations.Where(q => q.IsSpeech).Select(q => q.Inner));

    /// <summary>Whether a reading of a token is to be left out.</summary>
    public bool Has(int token, WordReading reading)
    {
        var word = document.Tokens[token];
        if (scanner.Closed[word] != FunctionWord.None && !OpensBeforeSomebody(token))
        {
            return true;
        }

        return reading.Sense.Verb is { } verb
            ? IsUnlikely(verb, reading.Cut, token)
            // «قتلى» is a plural, not «my killing».
            : reading.Cut.Enclitic == Mine && !IsQuoted(token);
    }

    private bool IsUnlikely(VerbFeatures verb, Segmentation cut, int token)
    {
        if (verb.Tense == Tense.Imperative || verb.Person == 2 || (verb.Person == 1 && verb.Voice == Voice.Passive))
        {
            return true;
        }

        if (verb is { Person: 1, Number: Number.Singular } && !IsQuoted(token))
        {
            return true;
        }

        // «اثنين» is two, seldom «they (women) praised».
        if (verb is { Tense: Tense.Past, Gender: Gender.Feminine, Number: Number.Plural } && cut.Stem.EndsWith("ين", StringComparison.Ordinal))
        {
            return true;
        }

        // «وزير» is no passive of «زار».
        if (verb.Voice == Voice.Passive && cut.Stem is [_, 'ي', _])
        {
            return true;
        }

        return verb.Mood == Mood.SubjunctiveOrJussive && (verb.Person == 1 || verb.Number == Number.Singular) && !cut.Has(Proclitics.For) && !scanner.AfterVerbOpener(token);
    }

    // «هنأ الملك»: here the function word of the same spelling, «هنا», does not stand.
    private bool OpensBeforeSomebody(int token) =>
        (token == 0 || document.Tokens[token - 1].Sentence != document.Tokens[token].Sentence)
            && token + 1 < document.Tokens.Count && scanner.MentionAt(token + 1) is not null;

    private bool IsQuoted(int token) => speech.Overlaps(document.Tokens[token].Span);
}
