using Isnad.Language.Tagging;
using Isnad.Training.Clusters;
using Isnad.Training.Corpora;

namespace Isnad.Training;

/// <summary>Learns word classes from raw news.</summary>
internal static class ClusterStep
{
    private const int Words = 60_000;
    private const int Coarse = 64;
    private const int Fine = 512;
    private const int Rounds = 12;

    public static void Run(ModelFolder folder)
    {
        var counts = BigramCounts.Count(NewsCorpus.Sentences(folder.Corpus("news", "news.jsonl.gz")), Words);
        folder.Say($"{counts.Vocabulary.Length} words, {counts.Next.Sum(n => n.Length)} bigrams, rarest seen {counts.Frequencies[^1]} times");
        var coarse = Classes(Coarse);
        var fine = Classes(Fine);
        Directory.CreateDirectory(folder.Model("tagging"));
        using var file = File.Create(folder.Model("tagging/clusters.bin"));
        WordClusters.Write(file, Enumerable.Range(1, counts.Vocabulary.Length - 1).Select(word => KeyValuePair.Create(
            counts.Vocabulary[word],
            new WordProfile((byte)Math.Log2(counts.Frequencies[word] + 1), (byte)coarse[word], (ushort)fine[word]))));

        int[] Classes(int count) => new ExchangeClustering(counts, count).Run(Rounds, (round, moved) => folder.Say($"{count} classes, round {round}: {moved} words moved"));
    }
}
