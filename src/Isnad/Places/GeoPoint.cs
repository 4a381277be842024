namespace Isnad.Places;

/// <summary>A point on the earth, in degrees.</summary>
public sealed record GeoPoint(double Latitude, double Longitude)
{
    private const double KilometresPerDegree = 111.2;

    /// <summary>The point so far away in a direction; exact enough for the distances of news.</summary>
    /// <param name="kilometres">How far.</param>
    /// <param name="bearing">Degrees clockwise from north.</param>
    internal GeoPoint Away(double kilometres, double bearing)
    {
        var angle = double.DegreesToRadians(bearing);
        var latitude = Latitude + (kilometres * Math.Cos(angle) / KilometresPerDegree);
        // Near the poles a degree of longitude has no length; no news of villages comes from there.
        var longitude = Longitude + (kilometres * Math.Sin(angle) / (KilometresPerDegree * Math.Max(0.05, Math.Cos(double.DegreesToRadians(Latitude)))));
        return new(Math.Round(latitude, 4), Math.Round(longitude, 4));
    }

    internal double KilometresTo(GeoPoint other)
    {
        var north = (other.Latitude - Latitude) * KilometresPerDegree;
        var east = (other.Longitude - Longitude) * KilometresPerDegree * Math.Cos(double.DegreesToRadians((Latitude + other.Latitude) / 2));
        return Math.Sqrt((north * north) + (east * east));
    }
}
