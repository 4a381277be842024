namespace Isnad.Language.Tagging;

/// <summary>Features by which it is decided where a word is cut: the clitics, the stem that they leave, the neighbours.</summary>
internal static class CutFeatures
{
    public const int Count = 21;

    /// <summary>Features of one candidate.</summary>
    /// <param name="words">Words of the sentence.</param>
    /// <param name="at">Index of the word.</param>
    /// <param name="cut">The candidate.</param>
    /// <param name="clusters">Word classes.</param>
    /// <param name="features">Receives <see cref="Count"/> features.</param>
    public static void Of(IReadOnlyList<WrittenWord> words, int at, WordCut cut, WordClusters clusters, Span<uint> features)
    {
        var word = words[at].Folded.AsSpan();
        Span<char> buffer = stackalloc char[word.Length + 1];
        var stem = cut.Stem(word, buffer);
        var profile = clusters[stem];
        var whole = clusters[word];
        var clitics = FeatureHash.Mix(1, FeatureHash.Of(word[..cut.Prefix]), FeatureHash.Of(word[^cut.Suffix..]));
        var prefix = FeatureHash.Mix(2, FeatureHash.Of(word[..cut.Prefix]));
        var suffix = FeatureHash.Mix(3, FeatureHash.Of(word[^cut.Suffix..]));
        var before = at > 0 ? words[at - 1].Folded.AsSpan() : default;
        var after = at + 1 < words.Count ? words[at + 1].Folded.AsSpan() : default;
        var n = 0;
        features[n++] = clitics;
        features[n++] = FeatureHash.Mix(4, clitics, (uint)Math.Min(stem.Length, 8));
        features[n++] = FeatureHash.Mix(5, clitics, FeatureHash.Of(word));
        features[n++] = FeatureHash.Mix(6, prefix, FeatureHash.Of(stem));
        features[n++] = FeatureHash.Mix(7, suffix, FeatureHash.Of(stem));
        features[n++] = FeatureHash.Mix(8, prefix, FeatureHash.Of(stem[..Math.Min(2, stem.Length)]));
        features[n++] = FeatureHash.Mix(9, prefix, FeatureHash.Of(stem[..Math.Min(3, stem.Length)]));
        features[n++] = FeatureHash.Mix(10, suffix, FeatureHash.Of(stem[^Math.Min(2, stem.Length)..]));
        features[n++] = FeatureHash.Mix(11, suffix, FeatureHash.Of(stem[^Math.Min(3, stem.Length)..]));
        features[n++] = FeatureHash.Mix(12, clitics, profile.Frequency, whole.Frequency);
        features[n++] = FeatureHash.Mix(13, clitics, (uint)(profile.Frequency - whole.Frequency + 64));
        features[n++] = FeatureHash.Mix(14, clitics, profile.Coarse);
        features[n++] = FeatureHash.Mix(15, clitics, profile.Fine);
        features[n++] = FeatureHash.Mix(16, clitics, whole.Fine);
        features[n++] = FeatureHash.Mix(17, clitics, FeatureHash.Of(before));
        features[n++] = FeatureHash.Mix(18, clitics, FeatureHash.Of(after));
        features[n++] = FeatureHash.Mix(19, clitics, clusters[before].Fine, profile.Coarse);
        features[n++] = FeatureHash.Mix(21, clitics, words[at].Ending);
        features[n++] = FeatureHash.Mix(22, clitics, words[at].Hamza(cut.Prefix), stem[0]);
        features[n++] = FeatureHash.Mix(23, clitics, words[at].Hamza(cut.Prefix + 2), stem.Length > 2 ? stem[2] : ' ');
        features[n] = FeatureHash.Mix(20, clitics, clusters[after].Coarse, profile.Coarse);
    }
}
