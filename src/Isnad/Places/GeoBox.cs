namespace Isnad.Places;

/// <summary>The box around the points known to lie in a province or state: how far it stretches, as far as knowledge can tell.</summary>
internal sealed class GeoBox
{
    private double south = double.MaxValue;
    private double north = double.MinValue;
    private double west = double.MaxValue;
    private double east = double.MinValue;
    private int points;

    public void Add(GeoPoint point)
    {
        (south, north) = (Math.Min(south, point.Latitude), Math.Max(north, point.Latitude));
        (west, east) = (Math.Min(west, point.Longitude), Math.Max(east, point.Longitude));
        points++;
    }

    /// <summary>The half or quarter of the box on one side, as a circle around it; null where too few points are known.</summary>
    /// <param name="bearing">Degrees clockwise from north.</param>
    public GeoArea? Part(int bearing)
    {
        if (points < 3)
        {
            return null;
        }

        var (lowLatitude, highLatitude) = Half(south, north, Math.Cos(double.DegreesToRadians(bearing)));
        var (lowLongitude, highLongitude) = Half(west, east, Math.Sin(double.DegreesToRadians(bearing)));
        var center = new GeoPoint(Math.Round((lowLatitude + highLatitude) / 2, 4), Math.Round((lowLongitude + highLongitude) / 2, 4));
        return new(center, Math.Max(1, Math.Round(center.KilometresTo(new(highLatitude, highLongitude)))));
    }

    private static (double Low, double High) Half(double low, double high, double side)
    {
        var middle = (low + high) / 2;
        return side > 0.3 ? (middle, high) : side < -0.3 ? (low, middle) : (low, high);
    }
}
