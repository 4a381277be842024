using Isnad.Text;

namespace Isnad.Language.Morphology;

/// <summary>Finds the choices of a verb (middle vowels, assimilations) that yield its headword and present.</summary>
internal static class VerbResolver
{
    private static readonly Vowel[] ShortVowels = [Vowel.A, Vowel.I, Vowel.U];

    /// <exception cref="ConjugationException">No choice yields the headword.</exception>
    public static (VerbTraits Traits, bool PassiveOnly) Resolve(VerbLemma verb)
    {
        var root = Root.Parse(verb.Root);
        var pattern = VerbPattern.Named(verb.Form);
        if (root.Length != pattern.Radicals)
        {
            throw new ConjugationException($"form {pattern.Name} takes {pattern.Radicals} root letters, and the root «{root}» has {root.Length}");
        }

        var candidates = Candidates(root, pattern).ToList();
        var (past, passive) = MatchPast(verb, candidates);
        return (pattern.IsFirst ? WithPresent(past, verb, passive) : past, passive);
    }

    private static IEnumerable<VerbTraits> Candidates(Root root, VerbPattern pattern)
    {
        var infixes = pattern.Name == "VIII" ? VerbTraits.Infixes(root) : [(root[1], 'ت')];
        var vowels = pattern.IsFirst ? ShortVowels : [Vowel.A];
        bool[] firmness = root.IsHollow && !pattern.KeepsMiddle ? [false, true] : [false];
        foreach (var firm in firmness)
        {
            foreach (var (first, infix) in infixes)
            {
                foreach (var vowel in vowels)
                {
                    yield return new(root, pattern, vowel, DefaultPresentVowel(root, vowel), DropsFirst: false, firm, first, infix);
                }
            }
        }
    }

    private static (VerbTraits Traits, bool Passive) MatchPast(VerbLemma verb, List<VerbTraits> candidates)
    {
        var headword = Bare(verb.Past);
        // «قُتل» differs from «قَتل» by a sign only.
        var signedPassive = SecondIs(verb.Past, '\u064F') && candidates[0].Pattern is { PastPassive: not null };
        foreach (var fold in (bool[])[false, true])
        {
            foreach (var passive in (bool[])[signedPassive, !signedPassive])
            {
                foreach (var candidate in candidates)
                {
                    var pattern = passive ? candidate.Pattern.PastPassive : candidate.Pattern.Past;
                    if (pattern is not null && Same(headword, Realisation.First(pattern + "a", candidate), fold))
                    {
                        return (candidate, passive);
                    }
                }
            }
        }

        var expected = Realisation.First(candidates[0].Pattern.Past + "a", candidates[0]);
        throw new ConjugationException($"«{verb.Past}» is not the past of root «{candidates[0].Root}» in form {candidates[0].Pattern.Name}, which is «{expected}»");
    }

    private static VerbTraits WithPresent(VerbTraits past, VerbLemma verb, bool passive)
    {
        var mayDrop = past.Root[1] == 'و';
        if (verb.Present is null)
        {
            return past with { DropsFirst = mayDrop && past.PastVowel == Vowel.A };
        }

        var present = Bare(verb.Present);
        var preferred = SignOnMiddle(verb.Present, past) ?? past.PresentVowel;
        Vowel[] vowels = [preferred, .. ShortVowels];
        foreach (var fold in (bool[])[false, true])
        {
            foreach (var vowel in vowels)
            {
                foreach (var drops in mayDrop ? (bool[])[true, false] : [false])
                {
                    var candidate = past with { PresentVowel = vowel, DropsFirst = drops };
                    if (Same(present, Realisation.First(Realisation.PresentOf(candidate, "y", "u"), candidate), fold)
                        || (passive && Same(present, Realisation.First("yu" + past.Pattern.PresentPassive + "u", candidate), fold)))
                    {
                        return candidate;
                    }
                }
            }
        }

        var expected = Realisation.First(Realisation.PresentOf(past, "y", "u"), past);
        throw new ConjugationException($"«{verb.Present}» is not a present of «{verb.Past}», root «{past.Root}», form I, such as «{expected}»");
    }

    private static Vowel DefaultPresentVowel(Root root, Vowel past)
    {
        if (root.IsHollow)
        {
            return root[2] == 'و' ? Vowel.U : Vowel.I;
        }

        if (past != Vowel.A)
        {
            return past == Vowel.I ? Vowel.A : Vowel.U;
        }

        if (root.IsDefective)
        {
            return root.Last == 'و' ? Vowel.U : Vowel.I;
        }

        // Throat letters like an a beside them: «يسأل», «يفتح», «يدفع».
        return IsGuttural(root[2]) || IsGuttural(root.Last) ? Vowel.A : root[1] == 'و' ? Vowel.I : Vowel.U;
    }

    private static bool IsGuttural(char letter) => letter is Sound.Hamza or 'ه' or 'ع' or 'ح' or 'غ' or 'خ';

    private static bool Same(string given, string derived, bool fold) =>
        fold ? ArabicFolding.Fold(given) == ArabicFolding.Fold(derived) : given == derived;

    private static string Bare(string word) => string.Concat(word.Where(c => !ArabicFolding.IsIgnorable(c)));

    private static bool SecondIs(string word, char sign) => word.Length > 1 && word[1] == sign;

    /// <summary>A vowel sign on the middle letter, where the entry is written with signs.</summary>
    private static Vowel? SignOnMiddle(string present, VerbTraits verb)
    {
        for (var at = 0; at + 1 < present.Length; at++)
        {
            if (present[at] == verb.Root[2] && at > 0)
            {
                return present[at + 1] switch { '\u064E' => Vowel.A, '\u0650' => Vowel.I, '\u064F' => Vowel.U, _ => null };
            }
        }

        return null;
    }
}
