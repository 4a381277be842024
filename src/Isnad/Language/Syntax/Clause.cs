using Isnad.Actors;

namespace Isnad.Language.Syntax;

/// <summary>The complements found around a verb or a verbal noun.</summary>
internal sealed class Clause
{
    public const string Subject = "subject";
    public const string Object = "object";
    public const string Genitive = "genitive";

    /// <summary>Mentions that are its subject; several where joined by و.</summary>
    public List<ActorMention> Subjects { get; } = [];

    public List<ActorMention> Objects { get; } = [];

    /// <summary>The genitive after a verbal noun: «زيارة الوزير».</summary>
    public List<ActorMention> Genitives { get; } = [];

    /// <summary>Mentions after a preposition (folded).</summary>
    public List<(string Preposition, ActorMention Mention)> Prepositional { get; } = [];

    /// <summary>States that a phrase without a name points to, with where it stands: «حظرت منتجات روسية» has one as object.</summary>
    public List<(string Slot, ActorMention State)> Alluded { get; } = [];

    /// <summary>True where some noun phrase, known or not, stands where the subject would.</summary>
    public bool HasSubjectPhrase { get; set; }

    /// <summary>True where a second noun phrase, known or not, stands where the object would.</summary>
    public bool HasObjectPhrase { get; set; }

    /// <summary>True where the subject stands before its verb.</summary>
    public bool SubjectStandsBefore { get; set; }

    /// <summary>True where the one subject phrase is counted or indefinite: «قتل 12 مدنياً», «اعتقل ناشط».</summary>
    public bool SubjectIsCounted { get; set; }

    /// <summary>Prepositions that govern something, named or not.</summary>
    public HashSet<string> Prepositions { get; } = new(StringComparer.Ordinal);

    /// <summary>The verb before it that has the subject, where it has none of its own («زار القاهرة والتقى نظيره»); -1 for none.</summary>
    public int VerbBefore { get; set; } = -1;

    /// <summary>Index of the token where the scan to the right ended.</summary>
    public int EndToken { get; set; }

    /// <summary>Index of the token where the clause begins.</summary>
    public int FirstToken { get; set; }

    /// <summary>Who stands after a preposition where it is first used: of «زيارة إلى أ … رسالة إلى ب» the first.</summary>
    public IEnumerable<ActorMention> After(string preposition) =>
        Prepositional.SkipWhile(p => p.Preposition != preposition).TakeWhile(p => p.Preposition == preposition).Select(p => p.Mention);

    /// <summary>States that a phrase in a slot points to.</summary>
    public IEnumerable<ActorMention> AlludedIn(string slot) => Alluded.Where(a => a.Slot == slot).Select(a => a.State);

    /// <summary>The subject turns out to stand before: what followed the verb is its object.</summary>
    public void TakeSubject(IEnumerable<ActorMention> subjects)
    {
        Objects.InsertRange(0, Subjects);
        for (var at = 0; at < Alluded.Count; at++)
        {
            Alluded[at] = Alluded[at].Slot == Subject ? (Object, Alluded[at].State) : Alluded[at];
        }

        HasObjectPhrase |= HasSubjectPhrase;
        Subjects.Clear();
        Subjects.AddRange(subjects);
        HasSubjectPhrase = true;
        SubjectStandsBefore = true;
    }

    /// <summary>The verb's form says that its subject is not what follows: «زاروا القاهرة».</summary>
    public void SubjectIsElsewhere()
    {
        TakeSubject([]);
        HasSubjectPhrase = false;
        SubjectStandsBefore = false;
    }
}
