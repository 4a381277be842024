using Isnad.Language.Tagging;

namespace Isnad.Language.Parsing;

/// <summary>Features of a parser state: words, tags and classes on the stack and ahead, and what is attached to them.</summary>
internal static class ParserFeatures
{
    public const int Count = 56;
    private static readonly ParserWord None = new(7, 7, 200, false, default);
    private static readonly ParserWord Root = new(11, 11, 201, false, default);

    public static void Of(ParserState state, IReadOnlyList<ParserWord> words, Span<uint> features)
    {
        ParserWord W(int i) => i < 0 ? None : i == state.Words ? Root : words[i];
        uint R(int i) => i < 0 ? 99u : state.Relations[i];
        int i0 = state.Stack(0), i1 = state.Stack(1), i2 = state.Stack(2), j0 = state.Buffer(0), j1 = state.Buffer(1), j2 = state.Buffer(2);
        ParserWord s0 = W(i0), s1 = W(i1), s2 = W(i2), b0 = W(j0), b1 = W(j1), b2 = W(j2);
        int l0 = state.Leftmost(i0), r0 = state.Rightmost(i0), l1 = state.Leftmost(i1), r1 = state.Rightmost(i1), lb = state.Leftmost(j0), lb2 = state.SecondLeft(j0);
        var distance = i0 < 0 ? 0u : (uint)Math.Min(j0 - i0, 6);
        var distance1 = i1 < 0 ? 0u : (uint)Math.Min(i0 - i1, 6);
        static uint C(ParserWord w) => w.Profile.Fine;
        static uint K(ParserWord w) => w.Profile.Coarse;
        static uint TT(ParserWord a, ParserWord b) => ((uint)a.Tag << 8) | b.Tag;
        var n = 0;
        void Add(Span<uint> to, uint a, uint b = 0, uint c = 0)
        {
            to[n] = FeatureHash.Mix(200 + (uint)n, a, b, c);
            n++;
        }

        Add(features, s0.Form, s0.Tag);
        Add(features, s0.Tag);
        Add(features, C(s0), s0.Tag);
        Add(features, b0.Form, b0.Tag);
        Add(features, b0.Tag);
        Add(features, C(b0), b0.Tag);
        Add(features, s1.Form, s1.Tag);
        Add(features, s1.Tag);
        Add(features, C(s1), s1.Tag);
        Add(features, b1.Form, b1.Tag);
        Add(features, TT(s0, b0), TT(b1, b2));
        Add(features, TT(s0, b0), distance);
        Add(features, TT(s0, b0));
        Add(features, TT(s1, s0), distance1);
        Add(features, TT(s1, s0));
        Add(features, TT(s2, s1), s0.Tag);
        Add(features, TT(s1, s0), b0.Tag);
        Add(features, TT(s1, s0), b0.Tag, C(s0));
        Add(features, TT(s1, s0), b0.Tag, C(s1));
        Add(features, TT(s0, b0), b1.Tag);
        Add(features, s0.Form, b0.Form);
        Add(features, s0.Form, TT(s0, b0));
        Add(features, b0.Form, TT(s0, b0));
        Add(features, C(s0), C(b0));
        Add(features, s1.Form, s0.Form);
        Add(features, s1.Form, TT(s1, s0));
        Add(features, s0.Form, TT(s1, s0));
        Add(features, C(s1), C(s0));
        Add(features, K(s1), K(s0), K(b0));
        Add(features, K(s0), K(b0), K(b1));
        Add(features, C(s0), s1.Tag, b0.Tag);
        Add(features, C(s1), s0.Tag, b0.Tag);
        Add(features, s0.Ending, TT(s1, s0));
        Add(features, s0.Ending, s1.Ending, TT(s1, s0));
        Add(features, s0.Ending, b0.Ending, TT(s0, b0));
        Add(features, TT(s0, W(l0)), R(l0));
        Add(features, TT(s0, W(r0)), R(r0));
        Add(features, TT(s1, W(l1)), R(l1));
        Add(features, TT(s1, W(r1)), R(r1), s0.Tag);
        Add(features, TT(b0, W(lb)), R(lb), s0.Tag);
        Add(features, TT(b0, W(lb2)), R(lb2));
        Add(features, s1.Form, R(r1), s0.Tag);
        Add(features, s0.Form, R(r0), b0.Tag);
        Add(features, s1.Form, s0.Form, b0.Tag);
        Add(features, (uint)state.Children(i1), s1.Tag, s0.Tag);
        Add(features, (uint)state.Children(i0), s0.Tag, b0.Tag);
        Add(features, W(l0).Form, TT(s1, s0));
        Add(features, W(l0).Form, s1.Form, s0.Tag);
        Add(features, W(l0).Form, C(s1), s0.Tag);
        Add(features, W(r1).Form, TT(s1, s0));
        Add(features, W(lb).Form, TT(s0, b0));
        Add(features, distance, s0.Form);
        Add(features, distance1, s1.Form, s0.Tag);
        Add(features, TT(s2, s1), TT(s0, b0));
        Add(features, s2.Form, s1.Tag, s0.Tag);
        Add(features, R(r1), R(l0), TT(s1, s0));
    }
}
