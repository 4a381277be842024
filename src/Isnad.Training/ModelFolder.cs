using Isnad.Language.Tagging;
using Isnad.Training.Learning;

namespace Isnad.Training;

/// <summary>Where corpora are read and models written.</summary>
/// <param name="Data">Folder with <c>treebank/</c>, <c>ner/</c>, <c>gsr/</c> and <c>news/</c>.</param>
/// <param name="Models">Folder that receives <c>tagging/</c>, <c>names/</c>, <c>parsing/</c> and <c>events/</c>.</param>
/// <param name="Say">Receives progress and scores.</param>
internal sealed record ModelFolder(string Data, string Models, Action<string> Say)
{
    public string Corpus(params string[] parts) => Path.Combine([Data, .. parts]);

    public string Model(string name) => Path.Combine(Models, name);

    public WordClusters Clusters()
    {
        using var file = File.OpenRead(Model("tagging/clusters.bin"));
        return WordClusters.Read(file);
    }

    public LinearModel Load(string name)
    {
        using var file = File.OpenRead(Model(name));
        return LinearModel.Read(file);
    }

    /// <summary>Writes averaged weights and reads them back, so that what is scored is what ships.</summary>
    public LinearModel Save(string name, AveragedPerceptron perceptron, int leastUpdates = 2)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Model(name))!);
        using (var file = File.Create(Model(name)))
        {
            // A feature corrected once says more about one sentence than about the language.
            LinearModel.Write(file, perceptron.Labels, perceptron.Average(leastUpdates));
        }

        Say($"{name}: {new FileInfo(Model(name)).Length / 1024} KB");
        return Load(name);
    }
}
