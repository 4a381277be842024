using System.Globalization;

namespace Isnad.KnowledgeSource.Gazetteer;

/// <summary>Reads GeoNames' table of populated places: one place a line, 19 columns between tabs, alternative names between commas.</summary>
internal static class GeoNamesReader
{
    private const int Id = 0;
    private const int AlternateNames = 3;
    private const int Latitude = 4;
    private const int Longitude = 5;
    private const int FeatureCode = 7;
    private const int Country = 8;
    private const int Population = 14;
    private const int Columns = 19;

    /// <summary>Places with an Arabic name, in the order of the table.</summary>
    /// <param name="lines">Lines of the table.</param>
    /// <param name="codes">ISO 3166 alpha-3 of each alpha-2.</param>
    public static IEnumerable<GeoPlace> Read(IEnumerable<string> lines, IReadOnlyDictionary<string, string> codes)
    {
        foreach (var line in lines)
        {
            var columns = line.Split('\t');
            if (columns.Length != Columns || !codes.TryGetValue(columns[Country], out var country)
                || ArabicNames.Of(columns[AlternateNames].Split(',')) is not { Count: > 0 } names)
            {
                continue;
            }

            // PPLX is a section of a populated place, the other codes are populated places of their own.
            var kind = columns[FeatureCode] == "PPLX" ? "district" : "city";
            yield return new($"geonames#{columns[Id]}", kind, country, Number(columns[Latitude]), Number(columns[Longitude]), (int)Number(columns[Population]), names);
        }
    }

    private static double Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
