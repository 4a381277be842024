using Isnad.Knowledge;

namespace Isnad.Pipeline;

/// <summary>
/// One step of reading. A stage reads the layers it declares and writes the ones it declares, never throws on any text,
/// keeps no state between documents, and takes time linear in the text.
/// </summary>
public interface IStage
{
    /// <summary>Short name, shown by <c>isnad stages</c>.</summary>
    string Name { get; }

    /// <summary>One sentence for <c>isnad stages</c>.</summary>
    string Purpose { get; }

    Layers Reads { get; }

    Layers Writes { get; }

    /// <summary>Builds the tables that <see cref="Run"/> would otherwise build when it is first called.</summary>
    void Prepare(KnowledgeBase knowledge)
    {
    }

    void Run(NewsDocument document, KnowledgeBase knowledge);
}
