namespace Isnad.Events.Judging;

/// <summary>
/// How much each feature of a candidate counts: those of the candidate together as much as those of its sentence together, so that
/// a long sentence does not outvote its words.
/// </summary>
internal static class JudgeScale
{
    public static float[] Of(IReadOnlyList<JudgeFeature> features)
    {
        var ofSentence = 0;
        for (var i = 0; i < features.Count; i++)
        {
            ofSentence += features[i].IsOfSentence ? 1 : 0;
        }

        var (wide, near) = (Share(ofSentence), Share(features.Count - ofSentence));
        var scale = new float[features.Count];
        for (var i = 0; i < scale.Length; i++)
        {
            scale[i] = features[i].IsOfSentence ? wide : near;
        }

        return scale;
    }

    private static float Share(int count) => count == 0 ? 0 : 1 / MathF.Sqrt(count);
}
