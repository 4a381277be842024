namespace Isnad.Web.Localisation;

/// <summary>Numbers with the digits that a reader prefers: 012 or ٠١٢. Addresses, codes and data keep the former.</summary>
internal static class Digits
{
    private const char ArabicZero = '\u0660';

    public static string Arabic(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = char.IsAsciiDigit(source[i]) ? (char)(source[i] - '0' + ArabicZero) : source[i];
        }
    });
}
