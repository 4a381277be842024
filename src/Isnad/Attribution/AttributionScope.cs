using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Attribution;

/// <summary>What the parts of the report stage share while they read one article.</summary>
internal sealed class AttributionScope
{
    private readonly HashSet<string> outletWords;
    private readonly ActorLexicon actors;
    private readonly Isnad.Language.Morphology.Lexicon forms;
    private readonly HashSet<int> placeTokens = [];

    public AttributionScope(NewsDocument document, KnowledgeBase knowledge)
    {
        Document = document;
        Lexicon = AttributionLexicon.Of(knowledge);
        actors = ActorLexicon.Of(knowledge);
        forms = Isnad.Language.Morphology.Lexicon.Of(knowledge);
        Scanner = new ClauseScanner(document, knowledge);
        Quotations = new QuotationIndex(document);
        outletWords = [.. Words(document.Article.Outlet).Where(w => !Lexicon.IsMediumNoun(w))];
        var token = 0;
        foreach (var place in document.Places)
        {
            while (token < document.Tokens.Count && document.Tokens[token].Span.End <= place.Span.Start)
            {
                token++;
            }

            for (var at = token; at < document.Tokens.Count && document.Tokens[at].Span.Start < place.Span.End; at++)
            {
                placeTokens.Add(at);
            }
        }
    }

    public NewsDocument Document { get; }

    public AttributionLexicon Lexicon { get; }

    public ClauseScanner Scanner { get; }

    public QuotationIndex Quotations { get; }

    public IReadOnlyList<Token> Tokens => Document.Tokens;

    public ClosedClass Closed => Scanner.Closed;

    /// <summary>The entity of a mention, the first of two; null where there is none.</summary>
    public Entity? EntityOf(ActorMention mention)
    {
        if (mention.EntityId < 0 || mention.EntityId >= Document.Entities.Count)
        {
            return null;
        }

        var entity = Document.Entities[mention.EntityId];
        return entity is { IsDual: true, Members: [var first, ..] } && first < Document.Entities.Count ? Document.Entities[first] : entity;
    }

    /// <summary>True where a mention holds a word of the entity's own name, and not only its office.</summary>
    public bool NamesIt(ActorMention mention, Entity entity)
    {
        var written = Words(mention.Span.Of(Document.Text)).ToHashSet(StringComparer.Ordinal);
        return Words(entity.Name).Any(written.Contains);
    }

    /// <summary>True for a word of a place's name.</summary>
    public bool IsPlace(int token) => placeTokens.Contains(token);

    /// <summary>Every reading of a word, those included that its sentence seems to rule out.</summary>
    public IReadOnlyList<WordReading> Forms(int token) => forms.Read(Tokens[token].Shape);

    /// <summary>
    /// True for «نقلتها»، «نشره», whatever the sentence made of the word: a verb of carrying with the pronoun of what was said.
    /// </summary>
    public bool IsCarrying(int token) =>
        Forms(token).Any(r => r.Sense is { Verb: not null, Entry.Kind: "cue-verb" } && r.Sense.Entry["role"] == "relay" && r.Cut.Enclitic.Length > 0);

    /// <summary>The state among the article's actors whose adjective a token is: «سوري».</summary>
    public Entity? StateOfAdjective(Token token) =>
        actors.Affiliation(token) is { Kind: "state" } record
            ? Document.Entities.FirstOrDefault(e => e.Type == ActorType.Geopolitical && e.Country == record.Headword) : null;

    /// <summary>The first person named between two tokens, or null.</summary>
    public Entity? PersonIn(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (Scanner.MentionAt(at) is { HasPreposition: false } mention && EntityOf(mention) is { Type: ActorType.Person } person)
            {
                return person;
            }
        }

        return null;
    }

    /// <summary>The first person named between two tokens in whatever case, or null.</summary>
    public ActorMention? PersonNear(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (Scanner.MentionAt(at) is { } mention && EntityOf(mention) is { Type: ActorType.Person })
            {
                return mention;
            }
        }

        return null;
    }

    /// <summary>True where folded words are the outlet's name, in Arabic or Latin letters.</summary>
    public bool IsOutletName(string words) => Document.Article.Outlet is { } outlet && (words == ArabicFolding.Fold(outlet) || OutletName.IsSpeltAs(words, outlet));

    /// <summary>True for media: they carry the words of others.</summary>
    public static bool IsMedium(Entity entity) => entity.Sector == "JRN";

    /// <summary>True where an entity is the outlet itself: «قال لـ«الشرق الأوسط»» in that newspaper.</summary>
    public bool IsOutlet(Entity entity)
    {
        if (!IsMedium(entity) || outletWords.Count == 0)
        {
            return false;
        }

        if (entity.Known is null && Document.Article.Outlet is { } outlet && OutletName.IsSpeltAs(entity.Name, outlet))
        {
            return true;
        }

        return IsSameName(Words(entity.Name)) || IsSameName(Words(entity.NameEn)) || entity.Mentions.Take(3).Any(m => IsSameName(Words(m.Span.Of(Document.Text))));
    }

    // «العربي الجديد» is not «القدس العربي»: all that tells one name apart stands in the other. «وكالة» tells nothing apart.
    private bool IsSameName(IEnumerable<string> name)
    {
        var words = name.Where(w => !Lexicon.IsMediumNoun(w)).ToHashSet(StringComparer.Ordinal);
        return words.Count > 0 && outletWords.Count > 0 && (words.IsSubsetOf(outletWords) || outletWords.IsSubsetOf(words));
    }

    /// <summary>True for a comma in either script.</summary>
    public static bool IsComma(Token token) => token.Folded is "،" or ",";

    /// <summary>A span of tokens without the marks that part clauses at its ends.</summary>
    public TextSpan Trimmed(int first, int end, int? offset = null)
    {
        while (end > first + 1 && Tokens[end - 1] is { Kind: TokenKind.Punctuation, Folded: not (")" or "]" or "}") })
        {
            end--;
        }

        return TextSpan.FromBounds(offset ?? Tokens[first].Span.Start, Tokens[Math.Max(end, first + 1) - 1].Span.End);
    }

    // «Asharq Al-Awsat», «الوطن (سورية)»: words long enough to tell one outlet from another.
    private static IEnumerable<string> Words(string? name) =>
        (name ?? "").Split([' ', '(', ')', '«', '»', '"', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => ArabicFolding.Fold(w)).Where(w => w.Length > 2 && w is not ("arabic" or "news" or "the" or "agency" or "newspaper" or "unnamed"));
}
