namespace Isnad.Web.Charts;

/// <summary>Miller's cylindrical projection, in hundredths of a degree: north is up in every language.</summary>
internal static class MapProjection
{
    public const double Unit = 100;
    private const double Northernmost = 84;

    public static (double X, double Y) Of(double longitude, double latitude)
    {
        var phi = Math.Clamp(latitude, -Northernmost, Northernmost) * Math.PI / 180;
        return (longitude * Unit, -1.25 * Math.Log(Math.Tan((Math.PI / 4) + (0.4 * phi))) * 180 / Math.PI * Unit);
    }
}
