using Isnad.Knowledge;
using Isnad.Pipeline;

namespace Isnad.Benchmarks;

/// <summary>A stage with a clock: what its first article cost, when its tables were made, and what was spent since.</summary>
internal sealed class TimedStage(IStage stage) : IStage
{
    private bool isLoaded;

    public string Name => stage.Name;

    public string Purpose => stage.Purpose;

    public Layers Reads => stage.Reads;

    public Layers Writes => stage.Writes;

    /// <summary>Milliseconds of the first article.</summary>
    public double Load { get; private set; }

    /// <summary>Megabytes that stayed after the first article.</summary>
    public double Held { get; private set; }

    /// <summary>Milliseconds since it was last set to zero.</summary>
    public double Spent { get; set; }

    public static double Processor() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    public static double Memory() => GC.GetTotalMemory(forceFullCollection: true) / 1048576.0;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        var memory = isLoaded ? 0 : Memory();
        var start = Processor();
        stage.Run(document, knowledge);
        var time = Processor() - start;
        Spent += time;
        if (!isLoaded)
        {
            (isLoaded, Load, Held) = (true, time, Memory() - memory);
        }
    }
}
