using Isnad.Knowledge;

namespace Isnad.Web.Localisation;

/// <summary>Names of countries, from the entries of the knowledge.</summary>
internal sealed class CountryNames(KnowledgeBase knowledge)
{
    private readonly Dictionary<string, (string Arabic, string English)> names = knowledge.OfKind("state")
        .DistinctBy(s => s.Headword).ToDictionary(s => s.Headword, s => (s["name"] ?? s.Headword, s["en"] ?? s.Headword), StringComparer.Ordinal);

    public string Of(string code, UiLanguage language) =>
        !names.TryGetValue(code, out var name) ? code : language == UiLanguage.English ? name.English : name.Arabic;
}
