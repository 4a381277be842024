namespace Isnad.Language.Morphology;

/// <summary>
/// Sound rules that turn a pattern filled with root letters into the word that is said: weak letters become vowels, equal
/// letters meet, two hamzas melt. Each rule names the word it is for.
/// </summary>
internal static class WeakLetters
{
    public static void Apply(List<Sound> word, VerbTraits verb)
    {
        if (verb.Root.IsToSee)
        {
            LoseHamza(word);
        }

        if (verb.WeakMiddle)
        {
            SoftenMiddle(word, verb);
        }

        if (verb.Contracts)
        {
            MeetEqualLetters(word);
        }

        if (verb.Root.IsDefective)
        {
            SoftenLast(word, verb);
        }

        SoftenFirst(word);
        MeltHamzas(word);
    }

    // ya-r’ay → ya-ray: «يرى», «أرى»; not in «رأى», where the hamza follows a vowel.
    private static void LoseHamza(List<Sound> word)
    {
        var at = word.FindIndex(s => s.Radical == 2);
        if (at > 0 && word[at].IsShort && word[at - 1].Vowel == Vowel.None)
        {
            word[at - 1] = word[at - 1].With(word[at].Vowel);
            word.RemoveAt(at);
        }
    }

    private static void SoftenMiddle(List<Sound> word, VerbTraits verb)
    {
        var at = word.FindIndex(s => s.Radical == 2);
        if (at < 1)
        {
            return;
        }

        var (before, glide) = (word[at - 1], word[at]);
        if (before.Vowel == Vowel.LongA)
        {
            // qāwil → qā’il: «قائل»; two hamzas in a row end in ي: jā’i’ → jā’ī
            word[at] = glide with { Letter = Sound.Hamza };
            if (word[at + 1] is { Letter: Sound.Hamza } second)
            {
                word[at + 1] = second with { Letter = 'ي' };
                SoftenLast(word, verb);
            }

            return;
        }

        if (before.Vowel != Vowel.None && glide.Vowel == Vowel.LongA)
        {
            // iqtiwād → iqtiyād: «اقتياد», «انحياز»
            word[at] = glide with { Letter = 'ي' };
            return;
        }

        var vowel = (before.Vowel, glide.Vowel) switch
        {
            // qawala → qāla; uqtuwida → uqtīda
            (Vowel.A, _) => Vowel.LongA,
            (Vowel.U or Vowel.I, _) => Vowel.LongI,

            // ya-qwulu → yaqūlu; yu-qwimu → yuqīmu; ’a-qwama → ’aqāma; ma-byū‘ → mabī‘
            (_, Vowel.A or Vowel.LongA) => Vowel.LongA,
            (_, Vowel.U) => glide.Letter == 'و' ? Vowel.LongU : Vowel.LongI,
            (_, Vowel.LongU) => glide.Letter == 'و' ? Vowel.LongU : Vowel.LongI,
            _ => Vowel.LongI,
        };

        if (at + 1 < word.Count && word[at + 1].Vowel == Vowel.None)
        {
            // qāl-tu → qultu, lam yaqūl → yaqul: no long vowel in a closed syllable
            vowel = Shorten(vowel, verb, before.Vowel == Vowel.A);
        }

        word[at - 1] = before.With(vowel);
        word.RemoveAt(at);
    }

    private static Vowel Shorten(Vowel vowel, VerbTraits verb, bool isPast) => vowel switch
    {
        Vowel.LongI => Vowel.I,
        Vowel.LongU => Vowel.U,
        _ when isPast && verb.Pattern.IsFirst => verb.PresentVowel == Vowel.U ? Vowel.U : Vowel.I,
        _ => Vowel.A,
    };

    // radada → radda, ya-rdudu → yaruddu; radad-tu stays, raddada (form II) stays
    private static void MeetEqualLetters(List<Sound> word)
    {
        for (var at = 1; at + 1 < word.Count; at++)
        {
            var (sound, next) = (word[at], word[at + 1]);
            if (sound.Radical < 2 || next.Radical < 2 || sound.Letter != next.Letter || !sound.IsShort || next.Vowel == Vowel.None)
            {
                continue;
            }

            if (word[at - 1].Vowel == Vowel.None)
            {
                word[at - 1] = word[at - 1].With(sound.Vowel);
            }

            word[at] = sound.With(Vowel.None);
            return;
        }
    }

    private static void SoftenLast(List<Sound> word, VerbTraits verb)
    {
        var at = word.FindLastIndex(s => s.Radical == verb.Root.Length);
        if (at < 1)
        {
            return;
        }

        var isEnd = at == word.Count - 1;
        if (isEnd && word[at].Vowel == Vowel.None)
        {
            // lam yad‘u: the jussive drops it
            word.RemoveAt(at);
            return;
        }

        var before = word[at - 1].Vowel;
        if (word[at].Letter == 'و' && before is not (Vowel.U or Vowel.LongU) && (before != Vowel.A || at > 2 || !verb.Pattern.IsFirst || verb.PastVowel == Vowel.I))
        {
            // A و after three letters or an i is ي: yud‘awāni → yud‘ayāni «يدعيان», but da‘awā «دعوا»
            word[at] = word[at] with { Letter = 'ي' };
        }

        switch (before)
        {
            case Vowel.A:
                SoftenAfterA(word, at);
                break;
            case Vowel.I or Vowel.U:
                SoftenAfterHigh(word, at);
                break;
            case Vowel.LongA:
                // ’ijrāy → ’ijrā’: «إجراء»
                word[at] = word[at] with { Letter = Sound.Hamza };
                break;
            case Vowel.LongU:
                // mad‘ūw → mad‘uww «مدعو», manfūy → manfiyy «منفي»
                var letter = verb.PastVowel == Vowel.I ? 'ي' : word[at].Letter;
                word[at] = word[at] with { Letter = letter };
                word[at - 1] = word[at - 1].With(letter == 'و' ? Vowel.U : Vowel.I);
                word.Insert(at, word[at].With(Vowel.None));
                break;
        }
    }

    private static void SoftenAfterA(List<Sound> word, int at)
    {
        switch (word[at].Vowel)
        {
            case Vowel.LongU:
                // da‘awū → da‘aw
                word[at] = new('و', Vowel.None, word[at].Radical);
                break;
            case Vowel.LongI:
                word[at] = new('ي', Vowel.None, word[at].Radical);
                break;
            case Vowel.A when at + 1 < word.Count && word[at + 1] is { Letter: 'ي', Vowel: Vowel.None }:
                // the dual: «ملتقيين»
                break;
            case Vowel.A or Vowel.I or Vowel.U:
                // da‘awa → da‘ā; with the t of the feminine the ā is short: «دعت», «التقتا»
                var closed = at + 1 < word.Count && word[at + 1] is { Letter: 'ت' } t && (t.Vowel == Vowel.None || (t.Vowel == Vowel.LongA && at + 2 == word.Count));
                var vowel = closed ? Vowel.A : word[at].Letter == 'و' ? Vowel.LongA : Vowel.Maqsura;
                word[at - 1] = word[at - 1].With(vowel);
                word.RemoveAt(at);
                break;
        }
    }

    private static void SoftenAfterHigh(List<Sound> word, int at)
    {
        var own = word[at - 1].Vowel;
        var vowel = (own, word[at].Vowel) switch
        {
            // yarmiyu → yarmī, laqiytu → laqītu, yarmiyūna → yarmūna, tad‘uwīna → tad‘īna
            (_, Vowel.LongU) => Vowel.LongU,
            (_, Vowel.LongI) => Vowel.LongI,
            (Vowel.I, Vowel.U or Vowel.I or Vowel.None) => Vowel.LongI,
            (Vowel.U, Vowel.U or Vowel.I or Vowel.None) => Vowel.LongU,
            _ => Vowel.None,
        };

        if (vowel != Vowel.None)
        {
            word[at - 1] = word[at - 1].With(vowel);
            word.RemoveAt(at);
        }
    }

    // ’iwṣāl → ’īṣāl «إيصال», yuyqinu → yūqinu «يوقن»
    private static void SoftenFirst(List<Sound> word)
    {
        var at = word.FindIndex(s => s.Radical == 1);
        if (at < 1 || !word[at].IsGlide || word[at].Vowel != Vowel.None)
        {
            return;
        }

        var vowel = word[at - 1].Vowel switch { Vowel.I => Vowel.LongI, Vowel.U => Vowel.LongU, _ => Vowel.None };
        if (vowel != Vowel.None)
        {
            word[at - 1] = word[at - 1].With(vowel);
            word.RemoveAt(at);
        }
    }

    // ’a-’khudhu → ’ākhudhu «آخذ», ’i’mān → ’īmān «إيمان»
    private static void MeltHamzas(List<Sound> word)
    {
        for (var at = 1; at < word.Count; at++)
        {
            if (word[at] is { Letter: Sound.Hamza, Vowel: Vowel.None } && word[at - 1] is { Letter: Sound.Hamza, IsShort: true } first)
            {
                word[at - 1] = first.With(first.Vowel switch { Vowel.A => Vowel.LongA, Vowel.I => Vowel.LongI, _ => Vowel.LongU });
                word.RemoveAt(at);
                return;
            }
        }
    }
}
