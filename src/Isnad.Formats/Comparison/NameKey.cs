using System.Text;

namespace Isnad.Formats.Comparison;

/// <summary>What two spellings of one name have in common: hamza, vowel marks, tatweel, quotation marks and spaces set aside.</summary>
internal static class NameKey
{
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            switch (c)
            {
                case 'أ' or 'إ' or 'آ' or 'ٱ':
                    key.Append('ا');
                    break;
                case 'ى':
                    key.Append('ي');
                    break;
                case 'ة':
                    key.Append('ه');
                    break;
                case '\u0640' or (>= '\u064B' and <= '\u0652') or '\u0670':
                    break;
                default:
                    if (char.IsLetterOrDigit(c))
                    {
                        key.Append(c);
                    }
                    else if (key.Length > 0 && key[^1] != ' ')
                    {
                        key.Append(' ');
                    }

                    break;
            }
        }

        return key.ToString().TrimEnd();
    }
}
