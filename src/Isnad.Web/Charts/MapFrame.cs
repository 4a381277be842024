namespace Isnad.Web.Charts;

/// <summary>The part of the map that is shown.</summary>
internal sealed record MapFrame(double X, double Y, double Width, double Height)
{
    private const double Shape = 16.0 / 9;
    private const double Margin = 0.15;
    private const double EnoughInside = 0.7;

    // Nearer than this a map of coasts and borders shows nothing.
    private const double LeastWidth = 14 * MapProjection.Unit;

    /// <summary>From Morocco to Oman.</summary>
    public static MapFrame ArabWorld { get; } = Around([MapProjection.Of(-15, 10), MapProjection.Of(60, 38)]);

    /// <summary>The Arab world where most of the points lie there, else a frame around all of them.</summary>
    public static MapFrame Best(IReadOnlyList<(double X, double Y)> points)
    {
        var all = Around(points);
        return all.Width > ArabWorld.Width && points.Count(ArabWorld.Holds) >= points.Count * EnoughInside ? ArabWorld : all;
    }

    public bool Holds((double X, double Y) point) => point.X >= X && point.X <= X + Width && point.Y >= Y && point.Y <= Y + Height;

    /// <summary>A frame of one shape around points.</summary>
    public static MapFrame Around(IReadOnlyList<(double X, double Y)> points)
    {
        if (points.Count == 0)
        {
            return ArabWorld;
        }

        var (left, right) = (points.Min(p => p.X), points.Max(p => p.X));
        var (top, bottom) = (points.Min(p => p.Y), points.Max(p => p.Y));
        var width = Math.Max(LeastWidth, Math.Max(right - left, (bottom - top) * Shape) * (1 + (2 * Margin)));
        var height = width / Shape;
        return new(((left + right) / 2) - (width / 2), ((top + bottom) / 2) - (height / 2), width, height);
    }
}
