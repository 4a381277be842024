namespace Isnad.Language.Morphology;

/// <summary>Gathers verb forms in order; moods that share a spelling become one form.</summary>
internal sealed class FormCollector
{
    private readonly List<VerbForm> forms = [];
    private readonly Dictionary<VerbForm, int> seen = [];

    public void Add(string surface, VerbFeatures features)
    {
        var key = new VerbForm(surface, features with { Mood = Mood.Any });
        if (!seen.TryGetValue(key, out var at))
        {
            seen.Add(key, forms.Count);
            forms.Add(new(surface, features));
        }
        else if (forms[at].Features.Mood != features.Mood)
        {
            forms[at] = key;
        }
    }

    public IReadOnlyList<VerbForm> ToList() => forms;
}
