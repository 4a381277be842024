using System.Runtime.InteropServices;

namespace Isnad.Language.Tagging;

/// <summary>Decides the word class (UPOS) of each segment, greedily from left to right.</summary>
internal sealed class TagModel(LinearModel model, WordClusters clusters)
{
    public IReadOnlyList<string> Labels => model.Labels;

    /// <summary>One label index a segment.</summary>
    public byte[] Tag(List<Segment> sentence)
    {
        var segments = CollectionsMarshal.AsSpan(sentence);
        var profiles = new WordProfile[segments.Length];
        for (var i = 0; i < profiles.Length; i++)
        {
            profiles[i] = clusters[segments[i].Form];
        }

        var tags = new byte[segments.Length];
        Span<uint> features = stackalloc uint[TagFeatures.Count];
        Span<int> scores = stackalloc int[model.Labels.Count];
        for (var i = 0; i < tags.Length; i++)
        {
            TagFeatures.Of(segments, profiles, tags, i, features);
            scores.Clear();
            model.Add(features, scores);

            for (var label = 1; label < scores.Length; label++)
            {
                tags[i] = scores[label] > scores[tags[i]] ? (byte)label : tags[i];
            }
        }

        return tags;
    }
}
