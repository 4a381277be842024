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
    public static void Of(ReadOnlySpan<Segment> segments, ReadOnlySpan<WordProfile> profiles, ReadOnlySpan<byte> tags, int at, Span<uint> features)
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
        var (fineBefore, fineAfter) = (Fine(profiles, at - 1), Fine(profiles, at + 1));
        var (coarseBefore, coarse, coarseAfter) = (Coarse(profiles, at - 1), Coarse(profiles, at), Coarse(profiles, at + 1));
        var (first1, first2, first3) = (First(form, 1), First(form, 2), First(form, 3));
        var (last1, last2, last3, last4) = (Last(form, 1), Last(form, 2), Last(form, 3), Last(form, 4));
        var article = HasArticle(form);
        var suffixed = at + 1 < segments.Length && segments[at + 1].Part == SegmentPart.Pronoun ? 1u : 0;
        var i = 0;
        features[i++] = FeatureHash.Mix(40, part);
        features[i++] = FeatureHash.Mix(41, word, part);
        features[i++] = FeatureHash.Mix(42, word, before);
        features[i++] = FeatureHash.Mix(43, first1, part);
        features[i++] = FeatureHash.Mix(44, first2, part);
        features[i++] = FeatureHash.Mix(45, first3, part);
        features[i++] = FeatureHash.Mix(46, last1, segment.Ending);
        features[i++] = FeatureHash.Mix(47, last2, segment.Ending);
        features[i++] = FeatureHash.Mix(48, last3, segment.Ending);
        features[i++] = FeatureHash.Mix(49, last4, (uint)Math.Min(form.Length, 8));
        features[i++] = FeatureHash.Mix(50, first1, last2, (uint)Math.Min(form.Length, 8));
        features[i++] = FeatureHash.Mix(51, profile.Fine, part);
        features[i++] = FeatureHash.Mix(52, profile.Coarse, part);
        features[i++] = FeatureHash.Mix(53, profile.Fine, before);
        features[i++] = FeatureHash.Mix(54, before);
        features[i++] = FeatureHash.Mix(55, before, before2);
        features[i++] = FeatureHash.Mix(56, previous, word);
        features[i++] = FeatureHash.Mix(57, previous);
        features[i++] = FeatureHash.Mix(58, next);
        features[i++] = FeatureHash.Mix(59, next, word);
        features[i++] = FeatureHash.Mix(60, fineBefore);
        features[i++] = FeatureHash.Mix(61, fineAfter);
        features[i++] = FeatureHash.Mix(62, coarseBefore, coarse, coarseAfter);
        features[i++] = FeatureHash.Mix(63, fineAfter, profile.Coarse);
        features[i++] = FeatureHash.Mix(64, Coarse(profiles, at + 2), profile.Coarse, coarseAfter);
        features[i++] = FeatureHash.Mix(65, suffixed, profile.Coarse);
        features[i++] = FeatureHash.Mix(66, suffixed, last2);
        features[i++] = FeatureHash.Mix(67, article, before, segment.Ending);
        features[i++] = FeatureHash.Mix(68, article, HasArticle(Text(segments, at + 1)), before);
        features[i++] = FeatureHash.Mix(69, article, HasArticle(Text(segments, at - 1)), FeatureHash.Of(Tail(segments, at - 1)));
        features[i++] = FeatureHash.Mix(70, At(segments, at - 2), before);
        features[i++] = FeatureHash.Mix(71, FeatureHash.Of(Tail(segments, at + 1)), last2);
        features[i++] = FeatureHash.Mix(72, first2, before);
        features[i] = FeatureHash.Mix(73, last2, before, first1);
    }

    private static uint Fine(ReadOnlySpan<WordProfile> profiles, int at) => at >= 0 && at < profiles.Length ? profiles[at].Fine + 1u : 0;

    private static uint Coarse(ReadOnlySpan<WordProfile> profiles, int at) => at >= 0 && at < profiles.Length ? profiles[at].Coarse + 1u : 0;

    private static uint At(ReadOnlySpan<Segment> segments, int at) => at >= 0 && at < segments.Length ? FeatureHash.Of(segments[at].Form) : (uint)(at < 0 ? 1 : 2);

    private static ReadOnlySpan<char> Text(ReadOnlySpan<Segment> segments, int at) => at >= 0 && at < segments.Length ? segments[at].Form : default;

    private static ReadOnlySpan<char> Tail(ReadOnlySpan<Segment> segments, int at)
    {
        var text = Text(segments, at);
        return text[^Math.Min(2, text.Length)..];
    }

    private static uint First(ReadOnlySpan<char> form, int letters) => FeatureHash.Of(form[..Math.Min(letters, form.Length)]);

    private static uint Last(ReadOnlySpan<char> form, int letters) => FeatureHash.Of(form[^Math.Min(letters, form.Length)..]);

    private static uint HasArticle(ReadOnlySpan<char> form) => form.Length > 3 && form.StartsWith("ال", StringComparison.Ordinal) ? 1u : 0;
}
