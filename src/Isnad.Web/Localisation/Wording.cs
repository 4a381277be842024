using System.Globalization;
using System.Text.Json;

namespace Isnad.Web.Localisation;

/// <summary>What the pages say in one language. The words stand in <c>ar.json</c> and <c>en.json</c>, which have the same keys.</summary>
internal sealed class Wording
{
    private static readonly Lazy<Wording> InArabic = new(() => Load(UiLanguage.Arabic));
    private static readonly Lazy<Wording> InEnglish = new(() => Load(UiLanguage.English));
    private readonly Dictionary<string, string> words;

    private Wording(UiLanguage language, Dictionary<string, string> words) => (Language, this.words) = (language, words);

    public UiLanguage Language { get; }

    public IReadOnlyCollection<string> Keys => words.Keys;

    public bool Has(string key) => words.ContainsKey(key);

    /// <summary>The words for a key; the key itself where there are none, which a test forbids.</summary>
    public string this[string key] => words.GetValueOrDefault(key, key);

    /// <summary>The words for a key with values in their places.</summary>
    public string this[string key, params object?[] values] => string.Format(CultureInfo.InvariantCulture, this[key], values);

    public static Wording Of(UiLanguage language) => (language == UiLanguage.English ? InEnglish : InArabic).Value;

    private static Wording Load(UiLanguage language)
    {
        using var stream = typeof(Wording).Assembly.GetManifestResourceStream($"wording/{language.Code}.json")
            ?? throw new InvalidDataException($"the assembly carries no wording/{language.Code}.json; rebuild it");
        return new(language, JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!);
    }
}
