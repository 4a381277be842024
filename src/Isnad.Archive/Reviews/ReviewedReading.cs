using Isnad.Reading;

namespace Isnad.Archive.Reviews;

/// <summary>A reading with what people say of it.</summary>
/// <param name="Reading">With every correction.</param>
/// <param name="Keys">Key of each event's mention.</param>
/// <param name="Verdicts">accepted, corrected or rejected for each event; null where nobody has looked at it.</param>
internal sealed record ReviewedReading(NewsReading Reading, IReadOnlyList<string> Keys, IReadOnlyList<string?> Verdicts)
{
    public const string Accepted = "accepted";
    public const string Corrected = "corrected";
    public const string Rejected = "rejected";

    /// <summary>A reading that nobody has looked at.</summary>
    public static ReviewedReading Unreviewed(string article, NewsReading reading)
    {
        var keys = MentionKeys.Of(article, reading);
        return new(reading, keys, new string?[keys.Count]);
    }

    /// <summary>Applies reviews in the order in which they were made; a function of the reading and the reviews alone.</summary>
    public static ReviewedReading Of(string article, NewsReading reading, IReadOnlyList<Review> reviews, NewsEngine engine)
    {
        var keys = MentionKeys.Of(article, reading);
        var verdicts = new string?[keys.Count];
        var corrected = reading;
        foreach (var review in reviews)
        {
            foreach (var target in review.Targets.Where(t => t.Article == article))
            {
                // Found by what the engine read: what is corrected keeps its place.
                if (MentionKeys.Find(target, keys, reading) is not (>= 0 and var at))
                {
                    continue;
                }

                switch (review.Action)
                {
                    case "accept":
                        verdicts[at] = verdicts[at] == Corrected ? Corrected : Accepted;
                        break;
                    case "reject":
                        verdicts[at] = Rejected;
                        break;
                    case "correct":
                        verdicts[at] = Corrected;
                        corrected = Correction.Apply(corrected, at, review.Field!, review.Value!, engine);
                        break;
                }
            }
        }

        return new(corrected, keys, verdicts);
    }
}
