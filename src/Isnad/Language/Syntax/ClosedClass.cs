using Isnad.Knowledge;
using Isnad.Text;

namespace Isnad.Language.Syntax;

/// <summary>Closed classes of words; a word may belong to several.</summary>
[Flags]
public enum FunctionWord
{
    None = 0,
    Preposition = 1,
    Complementizer = 2,
    Relative = 4,
    Subordinator = 8,
    Demonstrative = 16,
    Negator = 32,
    Auxiliary = 64,
    Pronoun = 128,

    /// <summary>A part of what follows: بعض، عدد، أحد.</summary>
    Quantifier = 256,

    /// <summary>After من or على it names who did it: «من قبل», «على يد».</summary>
    Agent = 512,

    /// <summary>Names both sides at once: بين.</summary>
    Between = 1024,

    /// <summary>Opens the setting of a main clause: خلال، عقب.</summary>
    Setting = 2048,

    /// <summary>Lists some of those just named: بينهم، منهم.</summary>
    Member = 4096,

    /// <summary>At the same time as what follows: خلال، أثناء.</summary>
    During = 8192,

    /// <summary>Before or after what follows: قبل، بعد.</summary>
    Sequence = 16384,

    /// <summary>Refers to one man or thing of masculine gender: الذي.</summary>
    Masculine = 32768,

    /// <summary>Refers to what is feminine, or to many things: التي.</summary>
    Feminine = 65536,

    /// <summary>Names who leads, is served or opposed, never where: بقيادة، باسم، ضد.</summary>
    Personal = 131072,
}

/// <summary>Looks function words up, with or without a leading و or ف. Built from <c>closed</c> records.</summary>
internal sealed class ClosedClass
{
    private readonly Dictionary<string, FunctionWord> words = new(StringComparer.Ordinal);

    public ClosedClass(KnowledgeBase knowledge)
    {
        foreach (var record in knowledge.OfKind("closed"))
        {
            if (Enum.TryParse<FunctionWord>(record.Headword, ignoreCase: true, out var kind))
            {
                foreach (var word in record.Values("words").Select(w => ArabicFolding.Fold(w)))
                {
                    words[word] = words.GetValueOrDefault(word) | kind;
                }
            }
        }
    }

    public static ClosedClass Of(KnowledgeBase knowledge) => knowledge.Table(k => new ClosedClass(k));

    public FunctionWord this[Token token]
    {
        get
        {
            if (token.Kind != TokenKind.Word)
            {
                return FunctionWord.None;
            }

            if (words.TryGetValue(token.Folded, out var kind))
            {
                return kind;
            }

            return token.Folded is ['و' or 'ف', _, ..] && words.TryGetValue(token.Folded[1..], out kind) ? kind : FunctionWord.None;
        }
    }

    /// <summary>Classes of a folded word that stands alone.</summary>
    public FunctionWord this[string folded] => words.GetValueOrDefault(folded);

    public bool Is(Token token, FunctionWord kind) => (this[token] & kind) != 0;

    /// <summary>True for «بأن», «لأن»: written as one with its preposition, and folded like a name («بان»).</summary>
    public bool IsJoinedComplementizer(Token token) =>
        token.Shape.Segmentations.Any(cut => cut.HasPreposition && (this[cut.Stem] & FunctionWord.Complementizer) != 0);

    /// <summary>
    /// The preposition that a token is or carries, without its pronoun: «على», «عليها» → «علي» (folded), «بالهجوم» → «ب»; null for none.
    /// </summary>
    public string? PrepositionOf(Token token)
    {
        var folded = token.Folded is ['و' or 'ف', _, _, ..] && !words.ContainsKey(token.Folded) ? token.Folded[1..] : token.Folded;
        if (words.TryGetValue(folded, out var kind) && (kind & FunctionWord.Preposition) != 0)
        {
            return folded;
        }

        foreach (var cut in token.Shape.Segmentations)
        {
            if (cut.Enclitic.Length > 0 && (cut.Proclitics & ~(Proclitics.And | Proclitics.So)) == 0
                && words.TryGetValue(cut.Stem, out kind) && (kind & FunctionWord.Preposition) != 0)
            {
                return cut.Stem;
            }
        }

        return null;
    }
}
