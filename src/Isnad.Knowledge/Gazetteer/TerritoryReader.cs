using System.Text.Json;

namespace Isnad.KnowledgeSource.Gazetteer;

/// <summary>Reads the codes and Arabic names of territories from CLDR.</summary>
internal static class TerritoryReader
{
    private const int LastPrivateUse = 'X';

    /// <summary>ISO 3166 alpha-3 of each alpha-2; Kosovo, which has no official code, is KOS as everywhere in Isnad.</summary>
    public static Dictionary<string, string> Codes(string modules)
    {
        using var file = Open(modules, "cldr-core", "supplemental", "codeMappings.json");
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in file.RootElement.GetProperty("supplemental").GetProperty("codeMappings").EnumerateObject())
        {
            if (entry.Name.Length == 2 && entry.Value.TryGetProperty("_alpha3", out var alpha3) && !IsPrivateUse(entry.Name))
            {
                codes[entry.Name] = alpha3.GetString()!;
            }
        }

        codes["XK"] = "KOS";
        return codes;
    }

    /// <summary>States and territories with their Arabic names.</summary>
    public static IEnumerable<GeoPlace> Read(string modules, IReadOnlyDictionary<string, string> codes)
    {
        using var file = Open(modules, "cldr-localenames-full", "main", "ar", "territories.json");
        foreach (var entry in file.RootElement.GetProperty("main").GetProperty("ar").GetProperty("localeDisplayNames").GetProperty("territories").EnumerateObject())
        {
            if (codes.TryGetValue(entry.Name, out var country) && ArabicNames.Of([entry.Value.GetString()!]) is { Count: > 0 } names)
            {
                yield return new($"cldr#{entry.Name}", "country", country, double.NaN, double.NaN, 0, names);
            }
        }
    }

    // AA, QM to QZ, XA to XZ and ZZ are no territories.
    private static bool IsPrivateUse(string code) => code is "AA" or "ZZ" || code[0] == LastPrivateUse || (code[0] == 'Q' && code[1] >= 'M') || code == "EU";

    private static JsonDocument Open(string modules, params string[] path) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine([modules, .. path])));
}
