using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Places;

namespace Isnad.Actors;

/// <summary>The lists of actors and of places, behind one gate: a word of neither, and most are, is dismissed by one question.</summary>
internal sealed class NameTables
{
    private NameTables(KnowledgeBase knowledge)
    {
        var gate = new WordGate();
        Nationalities = new(knowledge, gate);
        Actors = new(knowledge, gate);
        Places = new(knowledge, Nationalities, gate);
    }

    public ActorLexicon Actors { get; }

    public Gazetteer Places { get; }

    public Nationalities Nationalities { get; }

    public static NameTables Of(KnowledgeBase knowledge) => knowledge.Table(k => new NameTables(k));
}
