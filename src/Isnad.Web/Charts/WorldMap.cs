using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Isnad.Web.Charts;

/// <summary>
/// Coasts and borders of Natural Earth (world-atlas), as an SVG that pages draw over. A TopoJSON file holds each border once, as an
/// arc of whole numbers, each the distance from the one before.
/// </summary>
internal static class WorldMap
{
    // About two kilometres; finer than the map is ever shown.
    private const double Finest = 2;
    private const int HalfWorld = 180 * (int)MapProjection.Unit;

    /// <summary>The drawing, or one without land where the build took no map.</summary>
    public static byte[] Svg()
    {
        using var stream = typeof(WorldMap).Assembly.GetManifestResourceStream("map/countries-50m.json");
        if (stream is null)
        {
            return Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"world\"></g></svg>");
        }

        using var json = JsonDocument.Parse(stream);
        var arcs = Arcs(json.RootElement);
        var objects = json.RootElement.GetProperty("objects");
        var land = new StringBuilder();
        foreach (var geometry in objects.GetProperty("countries").GetProperty("geometries").EnumerateArray())
        {
            foreach (var ring in Rings(geometry))
            {
                Ring(land, arcs, ring);
            }
        }

        return Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"world\"><path vector-effect=\"non-scaling-stroke\" d=\"{land}\"/></g></svg>");
    }

    private static List<(double X, double Y)[]> Arcs(JsonElement topology)
    {
        var transform = topology.GetProperty("transform");
        var (scale, move) = (Pair(transform.GetProperty("scale")), Pair(transform.GetProperty("translate")));
        return [.. topology.GetProperty("arcs").EnumerateArray().Select(arc =>
        {
            var (x, y) = (0.0, 0.0);
            return arc.EnumerateArray().Select(point =>
            {
                var step = Pair(point);
                (x, y) = (x + step.X, y + step.Y);
                return MapProjection.Of((x * scale.X) + move.X, (y * scale.Y) + move.Y);
            }).ToArray();
        })];
    }

    private static (double X, double Y) Pair(JsonElement pair) => (pair[0].GetDouble(), pair[1].GetDouble());

    private static IEnumerable<JsonElement> Rings(JsonElement geometry) => geometry.GetProperty("type").GetString() switch
    {
        "Polygon" => geometry.GetProperty("arcs").EnumerateArray(),
        "MultiPolygon" => geometry.GetProperty("arcs").EnumerateArray().SelectMany(polygon => polygon.EnumerateArray()),
        _ => [],
    };

    // A negative number is the arc with this number's complement, walked backwards.
    private static void Ring(StringBuilder path, List<(double X, double Y)[]> arcs, JsonElement ring)
    {
        var points = ring.EnumerateArray().SelectMany(number => number.GetInt32() is >= 0 and var forward ? arcs[forward] : arcs[~number.GetInt32()].Reverse());
        var (lastX, lastY) = (0, 0);
        var (begun, turn) = (false, 0);
        foreach (var (x, y) in points)
        {
            var (wholeX, wholeY) = ((int)Math.Round(x) + turn, (int)Math.Round(y));
            // Where a coast crosses the date line it goes on beyond the edge of the map.
            if (begun && Math.Abs(wholeX - lastX) > HalfWorld)
            {
                var step = wholeX > lastX ? -2 * HalfWorld : 2 * HalfWorld;
                (wholeX, turn) = (wholeX + step, turn + step);
            }

            if (begun && Math.Abs(wholeX - lastX) < Finest && Math.Abs(wholeY - lastY) < Finest)
            {
                continue;
            }

            path.Append(begun ? 'l' : 'M').Append((begun ? wholeX - lastX : wholeX).ToString(CultureInfo.InvariantCulture)).Append(' ').Append((begun ? wholeY - lastY : wholeY).ToString(CultureInfo.InvariantCulture));
            (lastX, lastY, begun) = (wholeX, wholeY, true);
        }

        path.Append('z');
    }
}
