namespace Isnad.Places;

/// <summary>A stretch of land that the text describes by a place: «على بعد 30 كلم جنوب دمشق», «شمال شرقي محافظة حلب».</summary>
/// <param name="Center">Its middle.</param>
/// <param name="RadiusKm">How far from the middle it may be: the precision.</param>
public sealed record GeoArea(GeoPoint Center, double RadiusKm);
