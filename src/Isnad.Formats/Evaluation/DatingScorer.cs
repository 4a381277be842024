using Isnad.Formats.Import;
using Isnad.Time;
using Isnad.Time.Dating;

namespace Isnad.Formats.Evaluation;

/// <summary>Scores the estimate of an article's own date on articles whose date is known and withheld.</summary>
public static class DatingScorer
{
    /// <summary>The dated articles of an input: all, or so many drawn by a seed.</summary>
    public static IReadOnlyList<Article> Draw(IEnumerable<ArticleUnit> units, int? sample, int seed)
    {
        var dated = units.SelectMany(unit => unit.Read()).Select(found => found.Article).OfType<Article>().Where(article => article.Published is not null).ToArray();
        if (sample is not { } size)
        {
            return dated;
        }

        new Random(seed).Shuffle(dated);
        return dated[..Math.Min(size, dated.Length)];
    }

    public static DatingScore Score(IEnumerable<Article> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var score = new DatingScore();
        foreach (var article in articles)
        {
            score.Add(article, ArabicTime.EstimateDate(article.Text));
        }

        return score;
    }
}
