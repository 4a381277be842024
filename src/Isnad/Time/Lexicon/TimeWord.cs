using Isnad.Knowledge;

namespace Isnad.Time.Lexicon;

/// <summary>What a word can be in a temporal expression: the kind of its knowledge record.</summary>
internal enum TimeWordKind
{
    Month,
    Weekday,
    Unit,
    Cardinal,
    Ordinal,
    Modifier,
    Edge,
    DayPart,
    Season,
    Period,
    Decade,
    RelativeDay,
    NamedDay,
    Vague,
    Frequency,
    Quantifier,
    QuantifierAfter,
    Approximation,
    Zone,
    Small,
    NotATime,
}

/// <summary>Singular, dual or plural of a unit.</summary>
internal enum UnitForm
{
    Singular,
    Dual,
    Plural,
}

/// <summary>One reading of a word or phrase in a temporal expression.</summary>
/// <param name="Number">Month, weekday, number or shift in days, by kind.</param>
/// <param name="Code">Calendar, unit, part of the day, value or grammatical part, by kind.</param>
/// <param name="Definite">Whether this form has the article.</param>
/// <param name="AlsoAWord">Whether the form is also another word or a name, so that it needs support from its neighbours.</param>
internal sealed record TimeWord(TimeWordKind Kind, KnowledgeRecord Entry, int Number, string Code, bool Definite = false, bool AlsoAWord = false)
{
    public UnitForm Form { get; init; }
}
