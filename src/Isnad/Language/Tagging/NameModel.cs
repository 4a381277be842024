namespace Isnad.Language.Tagging;

/// <summary>What knowledge lists a word as, for name finding: bits that may stand together.</summary>
[Flags]
internal enum NameLists : uint
{
    None = 0,
    PersonName = 1,
    Place = 2,
    Organization = 4,
    Title = 8,
    Nationality = 16,
}

/// <summary>Decides which tokens begin (B-), continue (I-) or are no (O) name, greedily from left to right.</summary>
internal sealed class NameModel(LinearModel model)
{
    public IReadOnlyList<string> Labels => model.Labels;

    /// <summary>One label index a token.</summary>
    public byte[] Label(ReadOnlySpan<NameToken> tokens)
    {
        var labels = new byte[tokens.Length];
        Span<uint> features = stackalloc uint[NameFeatures.Count];
        Span<int> scores = stackalloc int[model.Labels.Count];
        for (var i = 0; i < labels.Length; i++)
        {
            NameFeatures.Of(tokens, labels, i, features);
            scores.Clear();
            model.Add(features, scores);

            for (var label = 1; label < scores.Length; label++)
            {
                labels[i] = scores[label] > scores[labels[i]] ? (byte)label : labels[i];
            }
        }

        return labels;
    }
}
