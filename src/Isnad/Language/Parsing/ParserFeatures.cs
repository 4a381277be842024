using Isnad.Language.Tagging;

namespace Isnad.Language.Parsing;

/// <summary>
/// Features of a parser state: the words on top of the stack (s0, s1, s2) and ahead (b0, b1, b2), what is attached to them, how
/// they agree, and which parts they play in raw news. A template is known by its number, so the order of the calls is part of
/// the model: who changes it trains again.
/// </summary>
internal ref struct ParserFeatures
{
    /// <summary>Number of features of a state.</summary>
    public const int Count = 92;

    private static readonly ParserWord None = new(7, 7, 200, 0, 0, 0, default);
    private static readonly ParserWord Root = new(11, 11, 201, 0, 0, 0, default);
    private readonly ParserState state;
    private readonly ReadOnlySpan<ParserWord> words;
    private readonly Span<uint> features;
    private readonly ParserWord s0;
    private readonly ParserWord s1;
    private readonly ParserWord s2;
    private readonly ParserWord b0;
    private readonly ParserWord b1;
    private readonly uint tags10;
    private readonly uint tags0b;
    private readonly uint slots1;
    private readonly uint slots0;
    private readonly uint slotsB;
    private int count;

    private ParserFeatures(ParserState state, ReadOnlySpan<ParserWord> words, Span<uint> features)
    {
        this.state = state;
        this.words = words;
        this.features = features;
        (s0, s1, s2, b0, b1) = (At(state.Stack(0)), At(state.Stack(1)), At(state.Stack(2)), At(state.Buffer(0)), At(state.Buffer(1)));
        (tags10, tags0b) = (Tags(s1, s0), Tags(s0, b0));
        (slots1, slots0, slotsB) = (state.Slots(state.Stack(1)), state.Slots(state.Stack(0)), state.Slots(state.Buffer(0)));
    }

    /// <summary>Writes the <see cref="Count"/> features of a state.</summary>
    public static void Of(ParserState state, ReadOnlySpan<ParserWord> words, Span<uint> features)
    {
        var writer = new ParserFeatures(state, words, features);
        writer.AddWords();
        writer.AddTags();
        writer.AddPairs();
        writer.AddDependents();
        writer.AddSlots();
        writer.AddAgreement();
        writer.AddRoles();
    }

    private void AddWords()
    {
        Add(s0.Form, s0.Tag);
        Add(s0.Tag);
        Add(s0.Profile.Fine, s0.Tag);
        Add(b0.Form, b0.Tag);
        Add(b0.Tag);
        Add(b0.Profile.Fine, b0.Tag);
        Add(s1.Form, s1.Tag);
        Add(s1.Tag);
        Add(s1.Profile.Fine, s1.Tag);
        Add(b1.Form, b1.Tag);
    }

    private void AddTags()
    {
        var far0 = Distance(state.Stack(0), state.Buffer(0));
        var far1 = Distance(state.Stack(1), state.Stack(0));
        Add(tags0b, Tags(b1, At(state.Buffer(2))));
        Add(tags0b, far0);
        Add(tags0b);
        Add(tags10, far1);
        Add(tags10);
        Add(Tags(s2, s1), s0.Tag);
        Add(tags10, b0.Tag);
        Add(tags10, b0.Tag, s0.Profile.Fine);
        Add(tags10, b0.Tag, s1.Profile.Fine);
        Add(tags0b, b1.Tag);
        Add(far0, s0.Form);
        Add(far1, s1.Form, s0.Tag);
        Add(Tags(s2, s1), tags0b);
        Add(s2.Form, s1.Tag, s0.Tag);
    }

    private void AddPairs()
    {
        Add(s0.Form, b0.Form);
        Add(s0.Form, tags0b);
        Add(b0.Form, tags0b);
        Add(s0.Profile.Fine, b0.Profile.Fine);
        Add(s1.Form, s0.Form);
        Add(s1.Form, tags10);
        Add(s0.Form, tags10);
        Add(s1.Profile.Fine, s0.Profile.Fine);
        Add(s1.Profile.Coarse, s0.Profile.Coarse, b0.Profile.Coarse);
        Add(s0.Profile.Coarse, b0.Profile.Coarse, b1.Profile.Coarse);
        Add(s0.Profile.Fine, s1.Tag, b0.Tag);
        Add(s1.Profile.Fine, s0.Tag, b0.Tag);
        Add(s1.Form, s0.Form, b0.Tag);
        Add(s0.Ending, tags10);
        Add(s0.Ending, s1.Ending, tags10);
        Add(s0.Ending, b0.Ending, tags0b);
    }

    private void AddDependents()
    {
        int i0 = state.Stack(0), i1 = state.Stack(1), next = state.Buffer(0);
        int left0 = state.Leftmost(i0), right0 = state.Rightmost(i0), left1 = state.Leftmost(i1), right1 = state.Rightmost(i1), leftB = state.Leftmost(next), secondB = state.SecondLeft(next);
        Add(Tags(s0, At(left0)), Relation(left0));
        Add(Tags(s0, At(right0)), Relation(right0));
        Add(Tags(s1, At(left1)), Relation(left1));
        Add(Tags(s1, At(right1)), Relation(right1), s0.Tag);
        Add(Tags(b0, At(leftB)), Relation(leftB), s0.Tag);
        Add(Tags(b0, At(secondB)), Relation(secondB));
        Add(s1.Form, Relation(right1), s0.Tag);
        Add(s0.Form, Relation(right0), b0.Tag);
        Add((uint)state.Children(i1), s1.Tag, s0.Tag);
        Add((uint)state.Children(i0), s0.Tag, b0.Tag);
        Add(At(left0).Form, tags10);
        Add(At(left0).Form, s1.Form, s0.Tag);
        Add(At(left0).Form, s1.Profile.Fine, s0.Tag);
        Add(At(right1).Form, tags10);
        Add(At(leftB).Form, tags0b);
        Add(Relation(right1), Relation(left0), tags10);
        Add(FeatureHash.Join(9, Relation(right1), Case(At(right1))), Case(s0), tags10);
        Add(FeatureHash.Join(9, Relation(leftB), Case(At(leftB))), Case(s0), tags0b);
        Add(s1.VerbRole, s0.NounRole, FeatureHash.Join(14, tags10, At(right1).NounRole, Relation(right1)));
    }

    /// <summary>Which parts are taken: a verb with a subject looks for its object.</summary>
    private void AddSlots()
    {
        const uint Preposition = 16;
        Add(slots1, tags10, slots0 & Preposition);
        Add(slots0, tags0b, slotsB & Preposition);
        Add(slots0, slotsB & 255, tags0b);
        Add(slots1, s1.Form, ((uint)s0.Tag << 8) | (slots0 & Preposition));
        Add(slots1, s1.Profile.Fine, ((uint)s0.Tag << 8) | (slots0 & Preposition));
        Add(slots0, s0.Form, ((uint)b0.Tag << 8) | (slotsB & Preposition));
        Add(slots0, s0.Profile.Fine, b0.Tag);
        Add(slots1 & 15, s0.Profile.Fine, ((uint)s1.Tag << 8) | (slots0 & Preposition));
        Add(slotsB & 15, s0.Profile.Fine, ((uint)b0.Tag << 8) | (slots0 & Preposition));
        Add(slots1 & 3, s0.Ending, tags10);
    }

    /// <summary>«قصفت | طائرات», «قصفت | موقعاً»: what the endings say of gender, number and case.</summary>
    private void AddAgreement()
    {
        uint case0 = Case(s0), case1 = Case(s1), caseB = Case(b0), filled1 = slots1 & 3, filledB = slotsB & 3;
        Add(Shape(s1), Shape(s0), tags10);
        Add(Shape(s1), s0.Ending, (tags10 << 2) | filled1);
        Add(Shape(b0), Shape(s0), tags0b);
        Add(s0.Beginning, s1.Beginning, tags10);
        Add(case0, filled1, tags10);
        Add(case0, Agreement(s1), ((uint)s1.Tag << 2) | filled1);
        Add(case0, Agreement(s1), FeatureHash.Join(5, tags10, filled1, slots0 & 16));
        Add(case0, FeatureHash.Join(6, Agreement(b0), filledB), tags0b);
        Add(case0, case1, tags10);
        Add(case0, caseB, tags0b);
        Add(case0, s1.Form, filled1);
        Add(case0, s1.Profile.Fine, filled1);
        Add(FeatureHash.Join(7, case0, filled1), tags10, Tags(b0, b1));
        Add(FeatureHash.Join(8, case0, case1), FeatureHash.Join(8, caseB, s2.Tag), tags10);
        Add(FeatureHash.Join(10, s0.Profile.Coarse, case0), Agreement(s1), s1.Profile.Fine | (filled1 << 16));
        Add(FeatureHash.Join(10, s0.Profile.Coarse, case0), Agreement(b0), b0.Profile.Fine | (filledB << 16));
    }

    private void AddRoles()
    {
        uint filled1 = slots1 & 3, filledB = slotsB & 3;
        Add(s1.VerbRole, s0.NounRole, FeatureHash.Join(11, tags10, filled1, Case(s0)));
        Add(b0.VerbRole, s0.NounRole, FeatureHash.Join(11, tags0b, filledB, Case(s0)));
        Add(s1.VerbRole, s0.NounRole, FeatureHash.Join(12, tags10, filled1));
        Add(b0.VerbRole, s0.NounRole, FeatureHash.Join(12, tags0b, filledB));
        Add(s1.VerbRole, slots1 & 15, tags10);
        Add(s0.NounRole, filled1, FeatureHash.Join(13, tags10, Agreement(s1)));
        Add(s1.NounRole, s0.NounRole, FeatureHash.Join(15, tags10, s2.Tag, (s2.VerbRole << 4) | (state.Slots(state.Stack(2)) & 3)));
    }

    private void Add(uint first, uint second = 0, uint third = 0)
    {
        features[count] = FeatureHash.Join(200 + (uint)count, first, second, third);
        count++;
    }

    private readonly ParserWord At(int word) => word < 0 ? None : word == state.Words ? Root : words[word];

    private readonly uint Relation(int word) => word < 0 ? 99u : state.Relations[word];

    private static uint Distance(int from, int to) => from < 0 ? 0u : (uint)Math.Min(to - from, 6);

    private static uint Tags(ParserWord first, ParserWord second) => ((uint)first.Tag << 8) | second.Tag;

    private static uint Case(ParserWord word) => word.Inflection + (word.Beginning == ParserWord.Article ? 32u : 0);

    private static uint Agreement(ParserWord word) => word.Inflection | ((uint)word.Beginning << 8);

    private static uint Shape(ParserWord word) => FeatureHash.Join(3, word.Beginning, word.Ending);
}
