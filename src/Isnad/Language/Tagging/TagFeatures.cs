namespace Isnad.Language.Tagging;

/// <summary>Features by which a segment's word class is decided, left to right.</summary>
internal static class TagFeatures
{
    public const int Count = 34;

    /// <param name="segments">Segments of the sentence.</param>
    /// <param name="profiles">Their word classes.</param>
    /// <param name="tags">Tags decided so far: those before <paramref name="at"/>.</param>
    /// <param name="at">Index of the segment.</param>
    /// <param name="features">Receives <see cref="Count"/> features.</param>
    public static void Of(IReadOnlyList<Segment> segments, IReadOnlyList<WordProfile> profiles, ReadOnlySpan<byte> tags, int at, Span<uint> features)
    {
        var segment = segments[at];
        var form = segment.Form.AsSpan();
        var word = FeatureHash.Of(form);
        var part = (uint)segment.Part;
        var profile = profiles[at];
        var before = at > 0 ? tags[at - 1] + 1u : 0;
        var before2 = at > 1 ? tags[at - 2] + 1u : 0;
        var previous = At(segments, at - 1);
        var next = At(segments, at + 1);
        uint Fine(int i) => i >= 0 && i < profiles.Count ? profiles[i].Fine + 1u : 0;
        uint Coarse(int i) => i >= 0 && i < profiles.Count ? profiles[i].Coarse + 1u : 0;
        uint First(int n) => FeatureHash.Of(segment.Form.AsSpan(0, Math.Min(n, segment.Form.Length)));
        uint Last(int n) => FeatureHash.Of(segment.Form.AsSpan()[^Math.Min(n, segment.Form.Length)..]);
        var suffixed = at + 1 < segments.Count && segments[at + 1].Part == SegmentPart.Pronoun ? 1u : 0;
        var i = 0;
        features[i++] = FeatureHash.Mix(40, part);
        features[i++] = FeatureHash.Mix(41, word, part);
        features[i++] = FeatureHash.Mix(42, word, before);
        features[i++] = FeatureHash.Mix(43, First(1), part);
        features[i++] = FeatureHash.Mix(44, First(2), part);
        features[i++] = FeatureHash.Mix(45, First(3), part);
        features[i++] = FeatureHash.Mix(46, Last(1), segment.Ending);
        features[i++] = FeatureHash.Mix(47, Last(2), segment.Ending);
        features[i++] = FeatureHash.Mix(48, Last(3), segment.Ending);
        features[i++] = FeatureHash.Mix(49, Last(4), (uint)Math.Min(form.Length, 8));
        features[i++] = FeatureHash.Mix(50, First(1), Last(2), (uint)Math.Min(form.Length, 8));
        features[i++] = FeatureHash.Mix(51, profile.Fine, part);
        features[i++] = FeatureHash.Mix(52, profile.Coarse, part);
        features[i++] = FeatureHash.Mix(53, profile.Fine, before);
        features[i++] = FeatureHash.Mix(54, before);
        features[i++] = FeatureHash.Mix(55, before, before2);
        features[i++] = FeatureHash.Mix(56, previous, word);
        features[i++] = FeatureHash.Mix(57, previous);
        features[i++] = FeatureHash.Mix(58, next);
        features[i++] = FeatureHash.Mix(59, next, word);
        features[i++] = FeatureHash.Mix(60, Fine(at - 1));
        features[i++] = FeatureHash.Mix(61, Fine(at + 1));
        features[i++] = FeatureHash.Mix(62, Coarse(at - 1), Coarse(at), Coarse(at + 1));
        features[i++] = FeatureHash.Mix(63, Fine(at + 1), profile.Coarse);
        features[i++] = FeatureHash.Mix(64, Coarse(at + 2), profile.Coarse, Coarse(at + 1));
        features[i++] = FeatureHash.Mix(65, suffixed, profile.Coarse);
        features[i++] = FeatureHash.Mix(66, suffixed, Last(2));
        features[i++] = FeatureHash.Mix(67, HasArticle(form), before, segment.Ending);
        features[i++] = FeatureHash.Mix(68, HasArticle(form), HasArticle(Text(segments, at + 1)), before);
        features[i++] = FeatureHash.Mix(69, HasArticle(form), HasArticle(Text(segments, at - 1)), FeatureHash.Of(Tail(segments, at - 1)));
        features[i++] = FeatureHash.Mix(70, At(segments, at - 2), before);
        features[i++] = FeatureHash.Mix(71, FeatureHash.Of(Tail(segments, at + 1)), Last(2));
        features[i++] = FeatureHash.Mix(72, First(2), before);
        features[i] = FeatureHash.Mix(73, Last(2), before, First(1));
    }

    private static uint At(IReadOnlyList<Segment> segments, int at) => at >= 0 && at < segments.Count ? FeatureHash.Of(segments[at].Form) : (uint)(at < 0 ? 1 : 2);

    private static ReadOnlySpan<char> Text(IReadOnlyList<Segment> segments, int at) => at >= 0 && at < segments.Count ? segments[at].Form : default;

    private static ReadOnlySpan<char> Tail(IReadOnlyList<Segment> segments, int at)
    {
        var text = Text(segments, at);
        return text[^Math.Min(2, text.Length)..];
    }

    private static uint HasArticle(ReadOnlySpan<char> form) => form.Length > 3 && form.StartsWith("ال", StringComparison.Ordinal) ? 1u : 0;
}
