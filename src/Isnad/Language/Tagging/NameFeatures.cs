namespace Isnad.Language.Tagging;

/// <summary>A token as name finding sees it.</summary>
/// <param name="Word">Folded, clitics and all.</param>
/// <param name="Stem">Folded, without the clitics that were cut off.</param>
/// <param name="Prefix">Number of proclitics.</param>
/// <param name="Tag">UPOS label of the stem, by index.</param>
/// <param name="Profile">Word class of the stem.</param>
/// <param name="Listed">What knowledge lists it as: bits of <see cref="NameLists"/>.</param>
internal readonly record struct NameToken(string Word, string Stem, int Prefix, byte Tag, WordProfile Profile, uint Listed);

/// <summary>Features by which a token is decided to begin, continue or be no name; left to right.</summary>
internal static class NameFeatures
{
    public const int Count = 40;

    public static void Of(ReadOnlySpan<NameToken> tokens, ReadOnlySpan<byte> labels, int at, Span<uint> features)
    {
        ref readonly var token = ref tokens[at];
        var before = at > 0 ? labels[at - 1] + 1u : 0;
        var before2 = at > 1 ? labels[at - 2] + 1u : 0;
        var stem = FeatureHash.Of(token.Stem);
        var form = token.Stem.AsSpan();
        var (stemBefore, stemAfter) = (Stem(tokens, at - 1), Stem(tokens, at + 1));
        var (fine, fineBefore, fineAfter) = (Fine(tokens, at), Fine(tokens, at - 1), Fine(tokens, at + 1));
        var (coarse, coarseBefore, coarseAfter) = (Coarse(tokens, at), Coarse(tokens, at - 1), Coarse(tokens, at + 1));
        var (listed, listedBefore, listedAfter) = (Listed(tokens, at), Listed(tokens, at - 1), Listed(tokens, at + 1));
        var (tag, tagBefore, tagAfter) = (Tag(tokens, at), Tag(tokens, at - 1), Tag(tokens, at + 1));
        var last2 = Last(form, 2);
        var article = token.Stem.StartsWith("ال", StringComparison.Ordinal) ? 1u : 0;
        var i = 0;
        features[i++] = FeatureHash.Mix(100, before);
        features[i++] = FeatureHash.Mix(101, before, before2);
        features[i++] = FeatureHash.Mix(102, stem);
        features[i++] = FeatureHash.Mix(103, stem, before);
        features[i++] = FeatureHash.Mix(104, FeatureHash.Of(token.Word));
        features[i++] = FeatureHash.Mix(105, First(form, 2));
        features[i++] = FeatureHash.Mix(106, First(form, 3));
        features[i++] = FeatureHash.Mix(107, Last(form, 1), article);
        features[i++] = FeatureHash.Mix(108, last2, article);
        features[i++] = FeatureHash.Mix(109, Last(form, 3));
        features[i++] = FeatureHash.Mix(110, Last(form, 4));
        features[i++] = FeatureHash.Mix(111, fine);
        features[i++] = FeatureHash.Mix(112, fine, before);
        features[i++] = FeatureHash.Mix(113, coarse, before);
        features[i++] = FeatureHash.Mix(114, fineBefore, before);
        features[i++] = FeatureHash.Mix(115, fineAfter, before);
        features[i++] = FeatureHash.Mix(116, fineBefore, coarse);
        features[i++] = FeatureHash.Mix(117, coarse, fineAfter);
        features[i++] = FeatureHash.Mix(118, coarseBefore, coarse, coarseAfter);
        features[i++] = FeatureHash.Mix(119, stemBefore, before);
        features[i++] = FeatureHash.Mix(120, stemAfter, before);
        features[i++] = FeatureHash.Mix(121, Stem(tokens, at - 2), coarseBefore);
        features[i++] = FeatureHash.Mix(122, Stem(tokens, at + 2));
        features[i++] = FeatureHash.Mix(123, stemBefore, stem);
        features[i++] = FeatureHash.Mix(124, stem, stemAfter);
        features[i++] = FeatureHash.Mix(125, listed, before);
        features[i++] = FeatureHash.Mix(126, listedBefore, listed);
        features[i++] = FeatureHash.Mix(127, listed, listedAfter);
        features[i++] = FeatureHash.Mix(128, listed, coarse);
        features[i++] = FeatureHash.Mix(129, tag, before);
        features[i++] = FeatureHash.Mix(130, tagBefore, tag, tagAfter);
        features[i++] = FeatureHash.Mix(131, tag, tagAfter, before);
        features[i++] = FeatureHash.Mix(132, article, before, coarse);
        features[i++] = FeatureHash.Mix(133, (uint)token.Prefix, coarse);
        features[i++] = FeatureHash.Mix(134, token.Profile.Frequency, before, article);
        features[i++] = FeatureHash.Mix(135, (uint)Math.Min(token.Stem.Length, 10), before, coarse);
        features[i++] = FeatureHash.Mix(136, Fine(tokens, at - 2));
        features[i++] = FeatureHash.Mix(137, Fine(tokens, at + 2));
        features[i++] = FeatureHash.Mix(138, fineBefore, fineAfter);
        features[i] = FeatureHash.Mix(139, article, last2, coarseBefore);
    }

    private static uint Stem(ReadOnlySpan<NameToken> tokens, int at) => at < 0 ? 1u : at >= tokens.Length ? 2u : FeatureHash.Of(tokens[at].Stem);

    private static uint Fine(ReadOnlySpan<NameToken> tokens, int at) => at < 0 || at >= tokens.Length ? 0 : tokens[at].Profile.Fine + 1u;

    private static uint Coarse(ReadOnlySpan<NameToken> tokens, int at) => at < 0 || at >= tokens.Length ? 0 : tokens[at].Profile.Coarse + 1u;

    private static uint Listed(ReadOnlySpan<NameToken> tokens, int at) => at < 0 || at >= tokens.Length ? 0 : tokens[at].Listed + 1u;

    private static uint Tag(ReadOnlySpan<NameToken> tokens, int at) => at < 0 || at >= tokens.Length ? 0 : tokens[at].Tag + 1u;

    private static uint First(ReadOnlySpan<char> stem, int letters) => FeatureHash.Of(stem[..Math.Min(letters, stem.Length)]);

    private static uint Last(ReadOnlySpan<char> stem, int letters) => FeatureHash.Of(stem[^Math.Min(letters, stem.Length)..]);
}
