using Isnad.Language;
using Isnad.Language.Morphology;
using Xunit;

namespace Isnad.Tests.Language;

public sealed class ConjugationTests
{
    private static readonly Dictionary<string, ConjugationRow> Rows =
        ConjugationRow.Read(Path.Combine(AppContext.BaseDirectory, "Language", "Conjugations.md")).ToDictionary(r => $"{r.Verb} {r.Form}");

    public static TheoryData<string> Verbs => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Derives_what_a_speaker_says(string verb)
    {
        var row = Rows[verb];
        var lemma = new VerbLemma(row.Verb, row.Root, row.Form, row.Present);
        var forms = Conjugator.Conjugate(lemma);

        Expect(row.Past, Past(Gender.Feminine, Number.Singular), Past(Gender.Feminine, Number.Dual), Past(Gender.Masculine, Number.Plural), f => f is { Tense: Tense.Past, Voice: Voice.Active, Person: 1, Number: Number.Plural });
        Expect(row.PresentForms, Present(Gender.Masculine, Number.Singular), Present(Gender.Feminine, Number.Dual), Present(Gender.Masculine, Number.Plural));
        Expect(row.Jussive, f => f is { Tense: Tense.Present, Voice: Voice.Active, Person: 3, Gender: Gender.Masculine, Number: Number.Singular } && f.Mood != Mood.Indicative);
        Expect(row.Passive, Passive(Tense.Past), Passive(Tense.Present));
        Expect(row.Imperative, f => f is { Tense: Tense.Imperative, Gender: Gender.Masculine, Number: Number.Singular }, f => f is { Tense: Tense.Imperative, Gender: Gender.Masculine, Number: Number.Plural });

        var participles = Conjugator.Participles(lemma);
        Assert.All(row.Participles, (surface, at) => Assert.Contains(participles, p => p.Surface == surface && p.Kind == (at == row.Participles.Length - 1 && row.Past.Length == 0 || at == 1 ? ParticipleKind.Passive : ParticipleKind.Active)));
        Assert.Equal(row.Masdar, Conjugator.Masdars(lemma));

        void Expect(string[] surfaces, params Func<VerbFeatures, bool>[] features) => Assert.All(surfaces, (surface, at) =>
            Assert.Contains(forms, form => form.Surface == surface && features[at](form.Features)));
    }

    [Theory]
    [InlineData("قصف", "ق ص ب", "I", null, "is not the past of root")]
    [InlineData("أعلن", "ع ل ن", "II", null, "which is «علن»")]
    [InlineData("قال", "ق ا ل", "I", null, "an alef is no root letter")]
    [InlineData("قصف", "قصف", "I", null, "one by one")]
    [InlineData("زعزع", "ز ع ز ع", "II", null, "takes 3 root letters")]
    [InlineData("قصف", "ق ص ف", "XX", null, "is none of")]
    [InlineData("قصف", "ق x ف", "I", null, "no Arabic consonant")]
    [InlineData("قال", "ق و ل", "I", "يقتل", "is not a present of «قال»")]
    [InlineData("قصف", "", "I", null, "has 0 letters")]
    public void Names_the_contradiction_of_an_entry(string past, string root, string form, string? present, string message)
    {
        var problem = Assert.Throws<ConjugationException>(() => Conjugator.Conjugate(new(past, root, form, present)));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("أصيب", "ص و ب", "IV", "أصيبوا", "أصابت")]
    [InlineData("قُتِل", "ق ت ل", "I", "قتلت", "اقتل")]
    [InlineData("توفي", "و ف ي", "V", "توفيت", "توفت")]
    public void Conjugates_a_passive_headword_in_the_passive_alone(string past, string root, string form, string derived, string foreign)
    {
        var forms = Conjugator.Conjugate(new(past, root, form, null));
        Assert.Contains(forms, f => f.Surface == derived);
        Assert.DoesNotContain(forms, f => f.Surface == foreign);
        Assert.All(forms, f => Assert.Equal(Voice.Passive, f.Features.Voice));
    }

    [Theory]
    [InlineData("قرأوا")]
    [InlineData("قرؤوا")]
    public void Knows_both_spellings_of_hamza_before_a_plural(string surface) =>
        Assert.Contains(Conjugator.Conjugate(new("قرأ", "ق ر أ", "I", "يقرأ")), f => f.Surface == surface);

    [Theory]
    [InlineData("معتقلون", ParticipleKind.Active, Number.Plural)]
    [InlineData("معتقلات", ParticipleKind.Passive, Number.Plural)]
    [InlineData("معتقلتين", ParticipleKind.Passive, Number.Dual)]
    [InlineData("معتقلاً", ParticipleKind.Passive, Number.Singular)]
    public void Inflects_participles(string surface, ParticipleKind kind, Number number) =>
        Assert.Contains(Conjugator.Participles(new("اعتقل", "ع ق ل", "VIII", null)), p => p.Surface == surface.Replace("ً", "", StringComparison.Ordinal) && p.Kind == kind && p.Number == number);

    private static Func<VerbFeatures, bool> Past(Gender gender, Number number) =>
        f => f is { Tense: Tense.Past, Voice: Voice.Active, Person: 3 } && f.Gender == gender && f.Number == number;

    private static Func<VerbFeatures, bool> Present(Gender gender, Number number) =>
        f => f is { Tense: Tense.Present, Voice: Voice.Active, Person: 3 } && f.Mood != Mood.SubjunctiveOrJussive && f.Gender == gender && f.Number == number;

    private static Func<VerbFeatures, bool> Passive(Tense tense) =>
        f => f is { Voice: Voice.Passive, Person: 3, Gender: Gender.Masculine, Number: Number.Singular } && f.Tense == tense;
}
