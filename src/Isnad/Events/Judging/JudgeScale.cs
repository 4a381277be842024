namespace Isnad.Events.Judging;

/// <summary>
/// How much each feature of a candidate counts: those of the candidate together as much as those of its sentence together, so that
/// a long sentence does not outvote its words.
/// </summary>
internal static class JudgeScale
{
    public static float[] Of(IReadOnlyList<JudgeFeature> features)
    {
        var ofSentence = features.Count(f => f.IsOfSentence);
        var (wide, near) = (Share(ofSentence), Share(features.Count - ofSentence));
        return [.. features.Select(f => f.IsOfSentence ? wide : near)];
    }

    private static float Share(int count) => count == 0 ? 0 : 1 / MathF.Sqrt(count);
}
