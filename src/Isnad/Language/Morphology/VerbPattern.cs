namespace Isnad.Language.Morphology;

/// <summary>
/// The patterns of a derived form, before weak letters change them. Written as they sound: 1 to 4 are root letters, a i u
/// short and A I U long vowels, ' is hamza, * the alef before a cluster, x the infixed ت of form VIII, T is ة; v and V are
/// the middle vowels of form I, which every verb chooses for itself.
/// </summary>
/// <param name="PrefixVowel">Vowel of ي ت أ ن in the active present.</param>
/// <param name="PastPassive">Null where the form knows no passive.</param>
/// <param name="Masdar">Null for form I, whose masdars have to be listed.</param>
internal sealed record VerbPattern(
    string Name,
    string Past,
    string? PastPassive,
    char PrefixVowel,
    string Present,
    string PresentPassive,
    string ActiveParticiple,
    string PassiveParticiple,
    string? Masdar)
{
    /// <summary>Masdar where the middle letter is weak: «إعادة».</summary>
    public string? HollowMasdar { get; private init; }

    /// <summary>Masdar where the last letter is weak: «تسمية», «تلقٍ».</summary>
    public string? DefectiveMasdar { get; private init; }

    /// <summary>Root letters it takes.</summary>
    public int Radicals => Name[0] == 'Q' ? 4 : 3;

    public bool IsFirst => Name == "I";

    /// <summary>Doubling or lengthening keeps a weak middle letter firm: «قوّم», «قاوم», «ابيضّ».</summary>
    public bool KeepsMiddle => Name is not ("I" or "IV" or "VII" or "VIII" or "X");

    private static readonly VerbPattern[] All =
    [
        new("I", "1a2v3", "1u2i3", 'a', "12V3", "12a3", "1A2i3", "ma12U3", null),
        new("II", "1a22a3", "1u22i3", 'u', "1a22i3", "1a22a3", "mu1a22i3", "mu1a22a3", "ta12I3") { DefectiveMasdar = "ta12i3aT" },
        new("III", "1A2a3", "1U2i3", 'u', "1A2i3", "1A2a3", "mu1A2i3", "mu1A2a3", "mu1A2a3aT"),
        new("IV", "'a12a3", "'u12i3", 'u', "12i3", "12a3", "mu12i3", "mu12a3", "'i12A3") { HollowMasdar = "'i12A3aT" },
        new("V", "ta1a22a3", "tu1u22i3", 'a', "ta1a22a3", "ta1a22a3", "muta1a22i3", "muta1a22a3", "ta1a22u3") { DefectiveMasdar = "ta1a22i3" },
        new("VI", "ta1A2a3", "tu1U2i3", 'a', "ta1A2a3", "ta1A2a3", "muta1A2i3", "muta1A2a3", "ta1A2u3") { DefectiveMasdar = "ta1A2i3" },
        new("VII", "*in1a2a3", null, 'a', "n1a2i3", "n1a2a3", "mun1a2i3", "mun1a2a3", "*in1i2A3"),
        new("VIII", "*i1xa2a3", "*u1xu2i3", 'a', "1xa2i3", "1xa2a3", "mu1xa2i3", "mu1xa2a3", "*i1xi2A3"),
        new("IX", "*i12a3a3", null, 'a', "12a3i3", "12a3a3", "mu12a3i3", "mu12a3a3", "*i12i3A3"),
        new("X", "*ista12a3", "*ustu12i3", 'a', "sta12i3", "sta12a3", "musta12i3", "musta12a3", "*isti12A3") { HollowMasdar = "*isti12A3aT" },
        new("QI", "1a23a4", "1u23i4", 'u', "1a23i4", "1a23a4", "mu1a23i4", "mu1a23a4", "1a23a4aT"),
        new("QII", "ta1a23a4", "tu1u23i4", 'a', "ta1a23a4", "ta1a23a4", "muta1a23i4", "muta1a23a4", "ta1a23u4"),
    ];

    public static VerbPattern Named(string name)
    {
        foreach (var pattern in All)
        {
            if (pattern.Name == name)
            {
                return pattern;
            }
        }

        throw new ConjugationException($"form «{name}» is none of {string.Join(", ", All.Select(p => p.Name))}");
    }

    /// <summary>The masdar pattern that a verb calls for.</summary>
    public string? MasdarOf(Root root, bool weakMiddle) =>
        root.IsDefective || (root.Last == Sound.Hamza && Name == "II") ? DefectiveMasdar ?? Masdar
        : weakMiddle ? HollowMasdar ?? Masdar
        : Masdar;
}
