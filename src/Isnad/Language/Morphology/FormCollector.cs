namespace Isnad.Language.Morphology;

/// <summary>Gathers verb forms in order; moods of one person that share a spelling become one form.</summary>
internal sealed class FormCollector
{
    private readonly List<VerbForm> forms = new(128);

    /// <summary>Adds a form. Those of one person come one after the other, so only the last few can be the same.</summary>
    public void Add(string surface, VerbFeatures features)
    {
        var person = features with { Mood = Mood.Any };
        for (var at = forms.Count - 1; at >= 0 && forms[at].Features with { Mood = Mood.Any } == person; at--)
        {
            if (forms[at].Surface == surface)
            {
                if (forms[at].Features.Mood != features.Mood)
                {
                    forms[at] = new(surface, person);
                }

                return;
            }
        }

        forms.Add(new(surface, features));
    }

    public IReadOnlyList<VerbForm> ToList() => forms;
}
