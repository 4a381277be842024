using Microsoft.AspNetCore.Http;

namespace Isnad.Web.Hosting;

/// <summary>What a reader chose; kept in one cookie that holds nothing else.</summary>
/// <param name="ArabicDigits">٠١٢ instead of 012.</param>
/// <param name="Theme">auto, light or dark.</param>
/// <param name="HidesViolence">Violent events are folded away until they are opened.</param>
internal sealed record Preferences(bool ArabicDigits, string Theme, bool HidesViolence)
{
    public const string Cookie = "isnad-reading";
    private const string Parting = ".";
    private static readonly string[] Themes = ["auto", "light", "dark"];

    public static Preferences Of(HttpRequest request) =>
        request.Cookies[Cookie]?.Split(Parting) is [var digits, var theme, var violence] ? Of(digits, theme, violence) : new(false, Themes[0], false);

    /// <summary>From the fields of a form, or of the cookie; what is not known is taken for the default.</summary>
    public static Preferences Of(string? digits, string? theme, string? violence) =>
        new(digits == "arabic", Themes.Contains(theme) ? theme! : Themes[0], violence == "hide");

    public override string ToString() => string.Join(Parting, ArabicDigits ? "arabic" : "western", Theme, HidesViolence ? "hide" : "show");
}
