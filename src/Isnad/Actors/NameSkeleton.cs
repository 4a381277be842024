using System.Text;

namespace Isnad.Actors;

/// <summary>
/// The consonants of a foreign name, alike for the ways Arabic spells them: «سيرغي», «سيرجي» and «سيرغيي» are one, as are
/// «غيتس» and «جيتس». Letters that stand for one foreign sound are one, long vowels are left out, and so is the article of a surname.
/// </summary>
internal static class NameSkeleton
{
    public static string Of(string foldedName)
    {
        // «جلال الطالباني» is «جلال طالباني», «عبد الله» is «عبدالله»: blanks and the article before a later part say nothing.
        foldedName = foldedName.Replace(" ال", " ", StringComparison.Ordinal).Replace("عبدال", "عبد ", StringComparison.Ordinal);
        var skeleton = new StringBuilder(foldedName.Length);
        var atStart = true;
        var last = '\0';
        foreach (var letter in foldedName)
        {
            var sound = letter switch
            {
                'ج' or 'غ' or 'ق' or 'ك' => 'ك',
                'ط' or 'ث' => 'ت',
                'ص' or 'ز' => 'س',
                'ض' or 'ذ' => 'د',
                'ڤ' or 'پ' => letter == 'پ' ? 'ب' : 'ف',
                'ا' or 'و' or 'ي' or 'ه' or 'ع' => atStart ? 'ا' : '\0',
                _ => letter,
            };
            atStart = letter == ' ';
            if (sound != '\0' && sound != last)
            {
                skeleton.Append(sound);
                last = sound;
            }
        }

        return skeleton.ToString();
    }
}
