using System.Text;

namespace Isnad.Language.Morphology;

/// <summary>Writes sounds as letters, without vowel signs: long vowels, doubled letters, and the seat of hamza.</summary>
internal static class Spelling
{
    /// <summary>The spelling that the rules of hamza ask for, then those that papers use beside it: «قرؤوا», «قرأوا».</summary>
    public static IEnumerable<string> Of(List<Sound> word)
    {
        var usual = Write(word, otherSeat: false);
        yield return usual;
        if (word.Exists(s => s.Letter == Sound.Hamza) && Write(word, otherSeat: true) is var other && other != usual)
        {
            yield return other;
        }
    }

    private static string Write(List<Sound> word, bool otherSeat)
    {
        var text = new StringBuilder(word.Count + 4);
        for (var at = 0; at < word.Count; at++)
        {
            var sound = word[at];
            var isEnd = at == word.Count - 1;
            if (sound.Letter == Sound.Hamza && sound.Vowel == Vowel.None && !isEnd && word[at + 1].Letter == Sound.Hamza)
            {
                // «ترأّس»: a doubled hamza has one seat.
                continue;
            }

            if (sound.Letter == Sound.Hamza)
            {
                WriteHamza(text, word, at, otherSeat);
                continue;
            }

            // A letter doubled without a vowel between is written once.
            if (sound.Vowel != Vowel.None || isEnd || word[at + 1].Letter != sound.Letter || sound.Letter == Sound.SilentAlef)
            {
                text.Append(sound.Letter == Sound.Wasl ? 'ا' : sound.Letter == 'ة' && !isEnd ? 'ت' : sound.Letter);
            }

            WriteLong(text, sound.Vowel, isEnd && sound.Letter != 'ي');
        }

        return text.ToString();
    }

    private static void WriteLong(StringBuilder text, Vowel vowel, bool mayEndInYa)
    {
        switch (vowel)
        {
            case Vowel.LongA:
                text.Append('ا');
                break;
            case Vowel.Maqsura:
                text.Append(mayEndInYa ? 'ى' : 'ا');
                break;
            case Vowel.LongI:
                text.Append('ي');
                break;
            case Vowel.LongU:
                text.Append('و');
                break;
        }
    }

    private static void WriteHamza(StringBuilder text, List<Sound> word, int at, bool otherSeat)
    {
        var hamza = word[at];
        var isEnd = at == word.Count - 1;
        if (at == 0)
        {
            if (hamza.Vowel == Vowel.LongA)
            {
                text.Append('آ');
                return;
            }

            text.Append(hamza.Vowel is Vowel.I or Vowel.LongI ? 'إ' : 'أ');
            WriteLong(text, hamza.Vowel, isEnd);
            return;
        }

        var before = word[at - 1];
        if (isEnd && (hamza.IsShort || hamza.Vowel == Vowel.None))
        {
            text.Append(FinalSeat(before));
            return;
        }

        var seat = MedialSeat(before, hamza.Vowel);
        if (otherSeat && hamza.Vowel == Vowel.LongU)
        {
            seat = before.Vowel switch
            {
                Vowel.A => 'أ',                                  // قرأوا, يقرأون
                Vowel.LongA => 'ء',                              // جاءوا
                Vowel.None when !before.IsGlide => 'ئ',          // مسئول
                _ => seat,
            };
        }

        if (seat == 'أ' && hamza.Vowel is Vowel.LongA or Vowel.Maqsura)
        {
            if (hamza.Vowel == Vowel.Maqsura && isEnd)
            {
                text.Append("أى");
            }
            else
            {
                text.Append('آ');
            }

            return;
        }

        text.Append(seat);
        WriteLong(text, hamza.Vowel, isEnd);
    }

    private static char FinalSeat(Sound before) => before.Vowel switch
    {
        Vowel.A => 'أ',
        Vowel.U => 'ؤ',
        Vowel.I => 'ئ',
        _ => 'ء',
    };

    // The stronger of the two vowels around it gives the seat: i, then u, then a.
    private static char MedialSeat(Sound before, Vowel own)
    {
        if (own is Vowel.I or Vowel.LongI || before.Vowel is Vowel.I or Vowel.LongI || (before.Vowel == Vowel.None && before.Letter == 'ي'))
        {
            return 'ئ';
        }

        if (before.Vowel is Vowel.LongA or Vowel.LongU && own is not (Vowel.U or Vowel.LongU))
        {
            return 'ء';
        }

        return own is Vowel.U or Vowel.LongU || before.Vowel == Vowel.U ? 'ؤ' : 'أ';
    }
}
