using Isnad.Knowledge;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>A phrase that names somebody, before it is known whom.</summary>
internal sealed class MentionDraft
{
    public required int FirstToken { get; init; }

    public required int EndToken { get; set; }

    /// <summary>Where its words begin, clitics cut off.</summary>
    public required int Start { get; init; }

    public required ActorType Type { get; set; }

    /// <summary>Tokens of the proper name inside, or none.</summary>
    public (int First, int End) NameTokens { get; set; }

    /// <summary>Tokens of the second name in brackets, or none: «حركة المقاومة الإسلامية (حماس)».</summary>
    public (int First, int End) Alias { get; set; }

    /// <summary>Listed name inside, or null.</summary>
    public KnownName? Known { get; set; }

    /// <summary>Every listed person of the name inside, the one in <see cref="Known"/> included; empty for other names.</summary>
    public IReadOnlyList<KnownName> Rivals { get; set; } = [];

    /// <summary>Title, office or other noun that opens it, or null for a bare name.</summary>
    public PhraseHead? Head { get; init; }

    /// <summary>Folded lemma of the office that a title is of: «رئيس أركان [النظام]».</summary>
    public string? Owner { get; set; }

    /// <summary>The back-reference entry, or null.</summary>
    public KnowledgeRecord? BackReference { get; init; }

    public string? Country { get; set; }

    public string? Sector { get; set; }

    /// <summary>Countries of the two that a dual head names: «هيئتا الأركان التركية والأميركية».</summary>
    public List<string> DualCountries { get; } = [];

    /// <summary>True where the country is a guess from the article and not from the phrase.</summary>
    public bool CountryIsInherited { get; set; }

    /// <summary>An adjective says that it is of abroad or of several countries: «دبلوماسيون غربيون» are not the article's own.</summary>
    public bool IsAbroad { get; set; }

    public bool HasPreposition { get; init; }

    /// <summary>The article is written without its alef after ل: «للمنظمة» names «المنظمة».</summary>
    public bool HidesArticle { get; init; }

    /// <summary>Whether the phrase says more than its head: an adjective, a genitive, a name.</summary>
    public bool IsModified { get; set; }

    /// <summary>Found by its verb of saying alone: what it is called is no listed name.</summary>
    public bool Speaks { get; init; }

    /// <summary>The last word of a name that the article gives in full elsewhere.</summary>
    public bool IsSurname { get; init; }

    public List<Evidence> Because { get; } = [];

    public TextSpan Span(IReadOnlyList<Language.Token> tokens) => TextSpan.FromBounds(Start, tokens[EndToken - 1].Span.End);

    /// <summary>Folded first word of the name inside.</summary>
    public string Name(IReadOnlyList<Language.Token> tokens) => tokens[NameTokens.First].Folded;

    public bool HasName => NameTokens.End > NameTokens.First;

    /// <summary>«علي الدباغ | الناطق باسم الحكومة», «أحمد حافظ، | المتحدث باسم الخارجية»: right after another, with at most a comma between.</summary>
    public bool IsApposedTo(MentionDraft before, IReadOnlyList<Language.Token> tokens) =>
        Start == tokens[FirstToken].Span.Start && tokens[FirstToken].Sentence == tokens[before.FirstToken].Sentence
            && (FirstToken == before.EndToken || (FirstToken == before.EndToken + 1 && tokens[before.EndToken].Folded is "،" or ","));
}
