using Isnad.Language.Tagging;

namespace Isnad.Language.Parsing;

/// <summary>A segment as the parser sees it: hashes and classes, no text.</summary>
/// <param name="Form">Hash of its folded form.</param>
/// <param name="Ending">Hash of its last letters as written: ة, ً and ين tell gender, case and number.</param>
/// <param name="Tag">Word class, by label index of the tagger.</param>
/// <param name="Inflection">What its ending says of case, gender and number.</param>
/// <param name="Beginning">Its first letter, or <see cref="Article"/>: ي and ت begin verbs of the present.</param>
/// <param name="Roles">Its role classes in raw news (<see cref="WordRoles"/>).</param>
/// <param name="Profile">Its classes in raw news.</param>
internal readonly record struct ParserWord(uint Form, uint Ending, byte Tag, byte Inflection, byte Beginning, byte Roles, WordProfile Profile)
{
    public const byte Article = 1;
    public const byte IndefiniteAccusative = 1;

    /// <summary>How often it has an object, as a verb; 0 where nobody knows.</summary>
    public uint VerbRole => Roles & 15u;

    /// <summary>Whether it acts or is acted on, as a noun; 0 where nobody knows.</summary>
    public uint NounRole => (uint)Roles >> 4;

    public static ParserWord Of(ReadOnlySpan<char> form, char ending, byte tag, WordClusters clusters, WordRoles roles)
    {
        var hash = FeatureHash.Of(form);
        return new(
            hash,
            FeatureHash.Of(form[^Math.Min(2, form.Length)..]) ^ ending,
            tag,
            InflectionOf(form, ending),
            form.Length > 3 && form[0] == 'ا' && form[1] == 'ل' ? Article : (byte)form[0],
            roles[hash],
            clusters[form]);
    }

    /// <summary>The words of a token: its proclitics, its stem, its pronoun.</summary>
    public static void Add(Token token, string text, TaggedToken tagged, LanguageModels models, List<ParserWord> words)
    {
        var folded = token.Folded.AsSpan();
        for (var i = 0; i < tagged.Prefix; i++)
        {
            words.Add(Of(folded.Slice(i, 1), folded[i], tagged.Label(i), models.Clusters, models.Roles));
        }

        Span<char> buffer = folded.Length < 128 ? stackalloc char[128] : new char[folded.Length + 1];
        var cut = new WordCut(tagged.Prefix, tagged.Suffix);
        var ending = tagged.Suffix > 0 ? 'ـ' : WrittenWord.EndingOf(text.AsSpan(token.Span.Start, token.Span.Length));
        words.Add(Of(cut == default ? folded.Length > 0 ? folded : "_" : cut.Stem(folded, buffer), ending, tagged.StemLabel, models.Clusters, models.Roles));
        if (tagged.Suffix > 0)
        {
            words.Add(Of(folded[^tagged.Suffix..], folded[^1], tagged.PronounLabel, models.Clusters, models.Roles));
        }
    }

    /// <summary>The class of an ending: an indefinite accusative is no subject, «ين» seldom one, «ة» agrees with «ت».</summary>
    private static byte InflectionOf(ReadOnlySpan<char> form, char ending) => ending switch
    {
        '\u064B' => IndefiniteAccusative,
        'ـ' => 2,
        'ة' => 3,
        'ى' => 4,
        _ when form.Length < 3 => 0,
        _ => form switch
        {
            [.., 'ا', 'ء'] => 5,
            [.., 'و', 'ا'] => 6,
            [.., 'ا'] => 7,
            [.., 'و', 'ن'] => 8,
            [.., 'ي', 'ن'] => 9,
            [.., 'ا', 'ن'] => 10,
            [.., 'ا', 'ت'] => 11,
            [.., 'ت'] => 12,
            [.., 'ي'] => 13,
            _ => 14,
        },
    };
}
