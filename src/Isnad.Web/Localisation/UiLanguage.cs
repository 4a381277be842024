namespace Isnad.Web.Localisation;

/// <summary>A language that the pages speak.</summary>
/// <param name="Code">As in <c>lang</c>.</param>
/// <param name="Direction">As in <c>dir</c>.</param>
/// <param name="Prefix">What its addresses begin with.</param>
internal sealed record UiLanguage(string Code, string Direction, string Prefix)
{
    public static UiLanguage Arabic { get; } = new("ar", "rtl", "");

    public static UiLanguage English { get; } = new("en", "ltr", "/en");

    public UiLanguage Other => this == Arabic ? English : Arabic;
}
