using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Language.Tagging;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>
/// The names that the model sees, cut back to what can stand in a name: «المؤتمر الوطني [الأحد]» ends before the day,
/// «[السعودي] عادل الجبير» begins after the nationality, «مكانتنا الدولية» is none.
/// </summary>
internal sealed class ProperNames
{
    private const FunctionWord NeverInNames = FunctionWord.Complementizer | FunctionWord.Subordinator | FunctionWord.Auxiliary | FunctionWord.Pronoun | FunctionWord.Demonstrative;
    private readonly NameSpan?[] names;
    private readonly Dictionary<int, KnowledgeRecord> nationalities = [];
    private readonly NewsDocument document;
    private readonly bool[] isTime;

    public ProperNames(NewsDocument document, ActorLexicon lexicon, ClosedClass closed, bool[] isTime)
    {
        this.document = document;
        this.isTime = isTime;
        names = new NameSpan?[document.Tokens.Count + 1];
        foreach (var name in document.Tags.Names)
        {
            var (first, end) = (name.FirstToken, name.FirstToken);
            if (Nationality(lexicon, first, name) is { } record)
            {
                end = ++first;
                nationalities[first] = record;
            }
            else if (name.Type == "PER" && name.EndToken > first + 1 && lexicon.Heads.At(document.Tokens, first).Exists(m => m.Value.IsTitle && m.EndToken == first + 1))
            {
                // «[الجنرال] ري أوديرنو»
                end = ++first;
            }

            // «خميس الجهيناوي»: a given name may be a day's; after the given name no day belongs.
            while (end < name.EndToken && (!isTime[end] || (end == first && name is { Type: "PER" } && name.EndToken > first + 1)) && !closed.Is(document.Tokens[end], NeverInNames) && !closed.IsJoinedComplementizer(document.Tokens[end]) && !OpensTitle(lexicon, end, first) && (end == first ? document.Tags[end].Suffix == 0 || name.Type == "PER" : document.Tags[end].Suffix == 0))
            {
                end++;
            }

            if (end > first)
            {
                var start = first == name.FirstToken ? name.Span.Start : document.Tokens[first].Span.Start;
                names[first] = new(name.Type, first, end, TextSpan.FromBounds(start, document.Tokens[end - 1].Span.End));
            }
        }
    }

    // «محسن سالم [القيادي في الحزب]»: a title with its body after a given name and a surname.
    private bool OpensTitle(ActorLexicon lexicon, int token, int first) =>
        token >= first + 2 && token + 1 < document.Tokens.Count && document.Tokens[token].Folded is ['ا', 'ل', ..]
            && lexicon.Heads.At(document.Tokens, token).Exists(m => m.Value is { IsTitle: true, Sector: not null }) && (lexicon.OpensBody(document.Tokens[token + 1]) || document.Tokens[token + 1].Folded is ['ب', 'ا', 'ل', ..] or ['ل', 'ل', ..]);

    /// <summary>The name that begins at a token, or null; the index may be the one after the last token.</summary>
    public NameSpan? this[int token] => names[token];

    /// <summary>The name begins with its token: no clitic stands before it.</summary>
    public bool IsWhole(int token) => document.Tags[token].Prefix == 0 && names[token] is { } name && name.Span.Start == document.Tokens[token].Span.Start;

    /// <summary>
    /// Where the name of a person that begins right after a title ends, or 0. Between marks any name is a person's; a given name
    /// that the model takes for a word («يشار غولر») is known by the name right after it.
    /// </summary>
    public int EndAfterTitle(int at, bool inMarks)
    {
        if (names[at] is { } name)
        {
            return (name.Type == "PER" || inMarks) && IsWhole(at) ? name.EndToken : 0;
        }

        // «استقبل الوزير [أمس] أحمد الجروان»: a time is no given name.
        return document.Tokens[at] is { Kind: TokenKind.Word, Folded: not ['ا', 'ل', ..] } && !isTime[at]
            && document.Tags[at] is { Prefix: 0, Suffix: 0, Tag: not (WordTag.Adp or WordTag.Cconj or WordTag.Sconj or WordTag.Pron or WordTag.Part) }
            && names[at + 1] is { Type: not "LOC" } rest && IsWhole(at + 1) ? rest.EndToken : 0;
    }

    /// <summary>Where a name ends whose house may follow: «سلمان بن عبد العزيز [آل سعود]».</summary>
    public int EndOfHouse(int end) =>
        end + 1 < document.Tokens.Count && document.Tokens[end].Folded == "ال" && document.Tokens[end + 1].Kind == TokenKind.Word && document.Tokens[end + 1].Sentence == document.Tokens[end - 1].Sentence
            ? end + 2 : end;

    /// <summary>The nationality right before the name that begins at a token: «والسعودي عادل الجبير»; null for none.</summary>
    public KnowledgeRecord? NationalityBefore(int token) => nationalities.GetValueOrDefault(token);

    // «السعودي» before a name, «روسي» for one; «المصري» alone is also a surname.
    private KnowledgeRecord? Nationality(ActorLexicon lexicon, int token, NameSpan name) =>
        name.Type == "PER" && (name.EndToken > token + 1 || document.Tokens[token].Folded is not ['ا', 'ل', ..])
            ? lexicon.Affiliation(document.Tokens[token]) ?? lexicon.Affiliation(document.Tokens[token], joined: true) : null;
}
