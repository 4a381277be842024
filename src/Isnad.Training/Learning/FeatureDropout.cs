namespace Isnad.Training.Learning;

/// <summary>
/// Leaves out some features of each decision while training, at random, so that the others have to learn what it takes: a few
/// strong words must not decide alone (N. Srivastava et al., «Dropout», JMLR 15, 2014). All are used when the model runs.
/// </summary>
internal static class FeatureDropout
{
    /// <summary>Copies the features that are kept; returns them.</summary>
    public static ReadOnlySpan<uint> Keep(ReadOnlySpan<uint> features, double rate, Random random, Span<uint> kept)
    {
        var count = 0;
        foreach (var feature in features)
        {
            if (random.NextDouble() >= rate)
            {
                kept[count++] = feature;
            }
        }

        return kept[..count];
    }
}
