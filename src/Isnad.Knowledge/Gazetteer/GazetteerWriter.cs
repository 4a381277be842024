using System.Text;

namespace Isnad.KnowledgeSource.Gazetteer;

/// <summary>Writes the places that <c>Isnad.Places.WorldPlaces</c> reads: magic, countries, places. Same places in, same bytes out.</summary>
internal static class GazetteerWriter
{
    private const string Magic = "ISNADGZ1";
    private static readonly string[] Kinds = ["city", "district", "country"];

    public static byte[] Write(IReadOnlyList<GeoPlace> places)
    {
        var countries = places.Select(p => p.Country).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var numbers = countries.Select((country, index) => (country, index)).ToDictionary(c => c.country, c => c.index, StringComparer.Ordinal);
        using var pack = new MemoryStream();
        using (var writer = new BinaryWriter(pack, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Encoding.ASCII.GetBytes(Magic));
            writer.Write7BitEncodedInt(countries.Count);
            countries.ForEach(writer.Write);
            writer.Write7BitEncodedInt(places.Count);
            foreach (var place in places)
            {
                writer.Write(place.Id);
                writer.Write((byte)Array.IndexOf(Kinds, place.Kind));
                writer.Write7BitEncodedInt(numbers[place.Country]);
                writer.Write((float)place.Latitude);
                writer.Write((float)place.Longitude);
                writer.Write7BitEncodedInt(place.Population);
                writer.Write7BitEncodedInt(place.Names.Count);
                foreach (var name in place.Names)
                {
                    writer.Write(name);
                }
            }
        }

        return pack.ToArray();
    }
}
