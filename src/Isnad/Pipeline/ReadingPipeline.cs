using Isnad.Knowledge;

namespace Isnad.Pipeline;

/// <summary>An ordered, checked list of stages. Immutable and safe to share between threads.</summary>
public sealed class ReadingPipeline
{
    /// <exception cref="ArgumentException">A stage reads a layer that no earlier stage writes, or two write the same.</exception>
    public ReadingPipeline(IEnumerable<IStage> stages)
    {
        Stages = [.. stages];
        var written = Layers.Text;
        foreach (var stage in Stages)
        {
            if ((stage.Reads & ~written) is not Layers.None and var missing)
            {
                throw new ArgumentException($"stage «{stage.Name}» reads {missing}, which no earlier stage writes; move it down or add the stage that writes it", nameof(stages));
            }

            if ((stage.Writes & written) is not Layers.None and var twice)
            {
                throw new ArgumentException($"stage «{stage.Name}» writes {twice}, which an earlier stage wrote", nameof(stages));
            }

            written |= stage.Writes;
        }
    }

    public IReadOnlyList<IStage> Stages { get; }

    internal void Prepare(KnowledgeBase knowledge) => Parallel.ForEach(Stages, stage => stage.Prepare(knowledge));

    internal void Run(NewsDocument document, KnowledgeBase knowledge, CancellationToken cancellation)
    {
        foreach (var stage in Stages)
        {
            cancellation.ThrowIfCancellationRequested();
            document.Enter(stage);
            stage.Run(document, knowledge);
        }

        document.Leave();
    }
}
