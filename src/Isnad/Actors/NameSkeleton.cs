using System.Text;

namespace Isnad.Actors;

/// <summary>
/// The consonants of a foreign name, alike for the ways Arabic spells them: «سيرغي», «سيرجي» and «سيرغيي» are one, as are
/// «غيتس» and «جيتس». Letters that stand for one foreign sound are one, long vowels are left out, and so is the article of a surname.
/// </summary>
internal static class NameSkeleton
{
    // Letters that no foreign name is spelt with: a name that has one is Arabic, and its vowels tell it from another («محمود», «محمد»).
    private const string ArabicOnly = "عحصضظ";

    public static string Of(string foldedName)
    {
        // «جلال الطالباني» is «جلال طالباني», «عبد الله» is «عبدالله»: blanks and the article before a later part say nothing.
        foldedName = foldedName.Replace(" ال", " ", StringComparison.Ordinal).Replace("عبدال", "عبد ", StringComparison.Ordinal);
        return string.Join(' ', foldedName.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.AsSpan().IndexOfAny(ArabicOnly) >= 0 ? word : Consonants(word)));
    }

    private static string Consonants(string word)
    {
        var skeleton = new StringBuilder(word.Length);
        var atStart = true;
        var last = '\0';
        foreach (var letter in word)
        {
            var sound = letter switch
            {
                'ج' or 'غ' or 'ق' or 'ك' => 'ك',
                'ط' or 'ث' => 'ت',
                'ز' => 'س',
                'ذ' => 'د',
                'ڤ' or 'پ' => letter == 'پ' ? 'ب' : 'ف',
                'ا' or 'و' or 'ي' or 'ه' => atStart ? 'ا' : '\0',
                _ => letter,
            };
            atStart = false;
            if (sound != '\0' && sound != last)
            {
                skeleton.Append(sound);
                last = sound;
            }
        }

        return skeleton.ToString();
    }
}
