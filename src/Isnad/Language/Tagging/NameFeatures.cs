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

    public static void Of(IReadOnlyList<NameToken> tokens, ReadOnlySpan<byte> labels, int at, Span<uint> features)
    {
        var token = tokens[at];
        var before = at > 0 ? labels[at - 1] + 1u : 0;
        var before2 = at > 1 ? labels[at - 2] + 1u : 0;
        var stem = FeatureHash.Of(token.Stem);
        uint Stem(int i) => i < 0 ? 1u : i >= tokens.Count ? 2u : FeatureHash.Of(tokens[i].Stem);
        uint Fine(int i) => i < 0 || i >= tokens.Count ? 0 : tokens[i].Profile.Fine + 1u;
        uint Coarse(int i) => i < 0 || i >= tokens.Count ? 0 : tokens[i].Profile.Coarse + 1u;
        uint Listed(int i) => i < 0 || i >= tokens.Count ? 0 : tokens[i].Listed + 1u;
        uint Tag(int i) => i < 0 || i >= tokens.Count ? 0 : tokens[i].Tag + 1u;
        uint First(int n) => FeatureHash.Of(token.Stem.AsSpan(0, Math.Min(n, token.Stem.Length)));
        uint Last(int n) => FeatureHash.Of(token.Stem.AsSpan()[^Math.Min(n, token.Stem.Length)..]);
        var article = token.Stem.StartsWith("ال", StringComparison.Ordinal) ? 1u : 0;
        var i = 0;
        features[i++] = FeatureHash.Mix(100, before);
        features[i++] = FeatureHash.Mix(101, before, before2);
        features[i++] = FeatureHash.Mix(102, stem);
        features[i++] = FeatureHash.Mix(103, stem, before);
        features[i++] = FeatureHash.Mix(104, FeatureHash.Of(token.Word));
        features[i++] = FeatureHash.Mix(105, First(2));
        features[i++] = FeatureHash.Mix(106, First(3));
        features[i++] = FeatureHash.Mix(107, Last(1), article);
        features[i++] = FeatureHash.Mix(108, Last(2), article);
        features[i++] = FeatureHash.Mix(109, Last(3));
        features[i++] = FeatureHash.Mix(110, Last(4));
        features[i++] = FeatureHash.Mix(111, Fine(at));
        features[i++] = FeatureHash.Mix(112, Fine(at), before);
        features[i++] = FeatureHash.Mix(113, Coarse(at), before);
        features[i++] = FeatureHash.Mix(114, Fine(at - 1), before);
        features[i++] = FeatureHash.Mix(115, Fine(at + 1), before);
        features[i++] = FeatureHash.Mix(116, Fine(at - 1), Coarse(at));
        features[i++] = FeatureHash.Mix(117, Coarse(at), Fine(at + 1));
        features[i++] = FeatureHash.Mix(118, Coarse(at - 1), Coarse(at), Coarse(at + 1));
        features[i++] = FeatureHash.Mix(119, Stem(at - 1), before);
        features[i++] = FeatureHash.Mix(120, Stem(at + 1), before);
        features[i++] = FeatureHash.Mix(121, Stem(at - 2), Coarse(at - 1));
        features[i++] = FeatureHash.Mix(122, Stem(at + 2));
        features[i++] = FeatureHash.Mix(123, Stem(at - 1), stem);
        features[i++] = FeatureHash.Mix(124, stem, Stem(at + 1));
        features[i++] = FeatureHash.Mix(125, Listed(at), before);
        features[i++] = FeatureHash.Mix(126, Listed(at - 1), Listed(at));
        features[i++] = FeatureHash.Mix(127, Listed(at), Listed(at + 1));
        features[i++] = FeatureHash.Mix(128, Listed(at), Coarse(at));
        features[i++] = FeatureHash.Mix(129, Tag(at), before);
        features[i++] = FeatureHash.Mix(130, Tag(at - 1), Tag(at), Tag(at + 1));
        features[i++] = FeatureHash.Mix(131, Tag(at), Tag(at + 1), before);
        features[i++] = FeatureHash.Mix(132, article, before, Coarse(at));
        features[i++] = FeatureHash.Mix(133, (uint)token.Prefix, Coarse(at));
        features[i++] = FeatureHash.Mix(134, token.Profile.Frequency, before, article);
        features[i++] = FeatureHash.Mix(135, (uint)Math.Min(token.Stem.Length, 10), before, Coarse(at));
        features[i++] = FeatureHash.Mix(136, Fine(at - 2));
        features[i++] = FeatureHash.Mix(137, Fine(at + 2));
        features[i++] = FeatureHash.Mix(138, Fine(at - 1), Fine(at + 1));
        features[i] = FeatureHash.Mix(139, article, Last(2), Coarse(at - 1));
    }
}
