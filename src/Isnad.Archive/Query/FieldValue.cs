using System.Globalization;
using Isnad.Archive.Store;
using Isnad.Text;

namespace Isnad.Archive.Query;

/// <summary>Reads the value of a field in any spelling into the one that the archive writes.</summary>
internal static class FieldValue
{
    // Folded, as they are compared.
    private static readonly string[] Yes = ["yes", "true", "1", "نعم"];
    private static readonly string[] No = ["no", "false", "0", "لا"];

    /// <summary>The value, or null with what is wrong with it.</summary>
    public static string? Read(QueryField field, string raw, out string? problem, out string? suggestion)
    {
        (problem, suggestion) = (null, null);
        var folded = ArabicFolding.Fold(raw.Trim());
        switch (field.Value)
        {
            case QueryValue.Code:
                foreach (var (code, arabic) in field.Codes!)
                {
                    if (ArabicFolding.Fold(code) == folded || ArabicFolding.Fold(arabic) == folded)
                    {
                        return code;
                    }
                }

                problem = $"{field.Name} is one of {string.Join(", ", field.Codes.Keys)}";
                suggestion = Spelling.Nearest(folded, field.Codes.Keys.Select(code => ArabicFolding.Fold(code)));
                return null;
            case QueryValue.Date:
                problem = "this is no date; write 2019, 2019-04 or 2019-04-08";
                return DayRange.Of(folded) is null ? null : folded;
            case QueryValue.Number:
                problem = "this is no whole number";
                return int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null;
            case QueryValue.Truth:
                problem = "write yes or no";
                return Yes.Contains(folded) ? "yes" : No.Contains(folded) ? "no" : null;
            default:
                problem = "there is no letter in this name";
                return folded.Any(char.IsLetterOrDigit) ? raw.Trim() : null;
        }
    }
}
