namespace Isnad.Language.Morphology;

/// <summary>
/// Derives the forms of a verb from its root, form and headword: patterns are filled with the root letters
/// (<see cref="VerbPattern"/>), take their affixes (<see cref="Affixes"/>), pass the sound rules (<see cref="WeakLetters"/>)
/// and are spelled (<see cref="Spelling"/>).
/// </summary>
public static class Conjugator
{
    /// <summary>
    /// Every finite form, without vowel signs and clitics; active before passive, third persons first. A passive that is
    /// spelled like the active («قُتل») is listed as well.
    /// </summary>
    /// <exception cref="ConjugationException">Root, form and headword contradict each other.</exception>
    public static IReadOnlyList<VerbForm> Conjugate(VerbLemma verb)
    {
        ArgumentNullException.ThrowIfNull(verb);
        var (traits, passiveOnly) = VerbResolver.Resolve(verb);
        var pattern = traits.Pattern;
        var forms = new FormCollector();
        if (!passiveOnly)
        {
            AddFinite(forms, Affixes.Past, Tense.Past, Voice.Active, a => pattern.Past + a.Suffix, traits);
            AddFinite(forms, Affixes.Present, Tense.Present, Voice.Active, a => Realisation.PresentOf(traits, a.Prefix, a.Suffix), traits);
        }

        if (pattern.PastPassive is { } passive)
        {
            AddFinite(forms, Affixes.Past, Tense.Past, Voice.Passive, a => passive + a.Suffix, traits);
            AddFinite(forms, Affixes.Present, Tense.Present, Voice.Passive, a => $"{a.Prefix}u{pattern.PresentPassive}{a.Suffix}", traits);
        }

        if (!passiveOnly)
        {
            AddImperatives(forms, traits);
        }

        return forms.ToList();
    }

    /// <summary>Participles with feminine, dual and sound plurals.</summary>
    /// <exception cref="ConjugationException">Root, form and headword contradict each other.</exception>
    public static IReadOnlyList<ParticipleForm> Participles(VerbLemma verb)
    {
        ArgumentNullException.ThrowIfNull(verb);
        var (traits, passiveOnly) = VerbResolver.Resolve(verb);
        var forms = new List<ParticipleForm>();
        if (!passiveOnly)
        {
            AddParticiple(forms, traits.Pattern.ActiveParticiple, ParticipleKind.Active, traits);
        }

        AddParticiple(forms, traits.Pattern.PassiveParticiple, ParticipleKind.Passive, traits);
        return forms;
    }

    /// <summary>The masdar that the form gives by rule; empty for form I, whose masdars an entry has to list.</summary>
    /// <exception cref="ConjugationException">Root, form and headword contradict each other.</exception>
    public static IReadOnlyList<string> Masdars(VerbLemma verb)
    {
        ArgumentNullException.ThrowIfNull(verb);
        var (traits, _) = VerbResolver.Resolve(verb);
        return traits.Pattern.MasdarOf(traits.Root, traits.WeakMiddle) is { } pattern ? [Realisation.First(pattern + "u", traits)] : [];
    }

    private static void AddFinite(FormCollector forms, Affix[] affixes, Tense tense, Voice voice, Func<Affix, string> pattern, VerbTraits verb)
    {
        foreach (var affix in affixes)
        {
            foreach (var surface in Realisation.All(pattern(affix), verb))
            {
                forms.Add(surface, new(tense, voice, affix.Person, affix.Gender, affix.Number, affix.Mood));
            }
        }
    }

    private static void AddImperatives(FormCollector forms, VerbTraits verb)
    {
        if (verb is { DropsFirst: true, Root.IsDefective: true })
        {
            // «فِ», «في» of وفى: nobody writes them, and they look like particles.
            return;
        }

        foreach (var affix in Affixes.Imperative)
        {
            // «اردد» and «رد»
            string[] suffixes = affix.Suffix.Length == 0 && verb.Contracts ? ["a", ""] : [affix.Suffix];
            foreach (var surface in suffixes.SelectMany(s => Realisation.Imperatives(s, verb)))
            {
                forms.Add(surface, new(Tense.Imperative, Voice.Active, affix.Person, affix.Gender, affix.Number, Mood.Any));
            }
        }
    }

    private static void AddParticiple(List<ParticipleForm> forms, string pattern, ParticipleKind kind, VerbTraits verb)
    {
        foreach (var (gender, number, suffix) in Affixes.Nominal)
        {
            foreach (var surface in Realisation.All(pattern + suffix, verb))
            {
                forms.Add(new(surface, kind, gender, number));
                if (suffix != "u")
                {
                    continue;
                }

                if (kind == ParticipleKind.Active && verb.Root.IsDefective)
                {
                    // «داعٍ» beside «الداعي»
                    forms.Add(new(surface[..^1], kind, gender, number));
                }

                if (surface[^1] is not ('ى' or 'ا' or 'أ'))
                {
                    // accusative «معتقلاً»
                    forms.Add(new(surface + "ا", kind, gender, number));
                }
            }
        }
    }
}
