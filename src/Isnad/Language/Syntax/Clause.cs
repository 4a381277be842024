using Isnad.Actors;

namespace Isnad.Language.Syntax;

/// <summary>The complements found around a verb or a verbal noun.</summary>
internal sealed class Clause
{
    /// <summary>Mentions that are its subject; several where joined by و.</summary>
    public List<ActorMention> Subjects { get; } = [];

    public List<ActorMention> Objects { get; } = [];

    /// <summary>The genitive after a verbal noun: «زيارة الوزير».</summary>
    public List<ActorMention> Genitives { get; } = [];

    /// <summary>Mentions after a preposition (folded).</summary>
    public List<(string Preposition, ActorMention Mention)> Prepositional { get; } = [];

    /// <summary>True where some noun phrase, known or not, stands where the subject would.</summary>
    public bool HasSubjectPhrase { get; set; }

    /// <summary>True where a second noun phrase, known or not, stands where the object would.</summary>
    public bool HasObjectPhrase { get; set; }

    /// <summary>Index of the token where the scan to the right ended.</summary>
    public int EndToken { get; set; }

    /// <summary>Index of the token where the clause begins.</summary>
    public int FirstToken { get; set; }

    public IEnumerable<ActorMention> After(string preposition) =>
        Prepositional.Where(p => p.Preposition == preposition).Select(p => p.Mention);
}
