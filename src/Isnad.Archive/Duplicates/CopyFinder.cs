using Isnad.Archive.Store;
using Isnad.Text;

namespace Isnad.Archive.Duplicates;

/// <summary>
/// Finds the copies of an article among those of the same days, inside the caller's transaction. Groups are what copies
/// connect, whatever the order in which the articles came.
/// </summary>
internal sealed class CopyFinder(Sql sql)
{
    private readonly List<long> regrouped = [];

    /// <summary>A wire story is not run again after so many days.</summary>
    private const int Days = 7;

    // Of the marks of the shorter text, before the texts themselves are compared.
    private const double LeastMarks = 0.2;

    /// <summary>Notes the copies of a new article; returns the articles whose group has changed by it.</summary>
    public IReadOnlyList<long> Add(long id, string key, Article article)
    {
        regrouped.Clear();
        var shingles = TextShingles.Of(article.Text);
        var day = article.Published?.DayNumber ?? 0;
        var outlet = ArabicFolding.Fold(StoredText.Clean(article.Outlet));
        foreach (var other in Candidates(shingles, day))
        {
            if (CopyTest.Compare(shingles, TextShingles.Of(other.Text), outlet.Length > 0 && outlet == other.Outlet) is { } verdict)
            {
                Join(id, key, other.Id, other.Key, verdict);
            }
        }

        foreach (var mark in shingles.Marks)
        {
            sql.Run("INSERT INTO fingerprint (hash, day, article_id) VALUES (@p1, @p2, @p3)", mark, day, id);
        }

        sql.Run("INSERT INTO fingerprinted (article_id, marks) VALUES (@p1, @p2)", id, shingles.Marks.Count);
        if (article.Url is { Length: > 0 } url)
        {
            Revisions(id, key, StoredText.Clean(url));
        }

        return [.. regrouped.Distinct()];
    }

    private List<(long Id, string Key, string Text, string Outlet)> Candidates(TextShingles shingles, int day)
    {
        var shared = new Dictionary<long, int>();
        foreach (var mark in shingles.Marks)
        {
            var holders = day == 0
                ? sql.Rows("SELECT article_id FROM fingerprint WHERE hash = @p1", r => r.GetInt64(0), mark)
                : sql.Rows("SELECT article_id FROM fingerprint WHERE hash = @p1 AND (day BETWEEN @p2 AND @p3 OR day = 0)", r => r.GetInt64(0), mark, day - Days, day + Days);
            foreach (var holder in holders)
            {
                shared[holder] = shared.GetValueOrDefault(holder) + 1;
            }
        }

        return
        [
            .. shared.OrderBy(s => s.Key)
                .Where(s => s.Value >= LeastMarks * Math.Min(shingles.Marks.Count, sql.Number("SELECT marks FROM fingerprinted WHERE article_id = @p1", s.Key)))
                .SelectMany(s => sql.Rows("SELECT id, key, text, outlet_folded FROM article WHERE id = @p1", r => (r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3)), s.Key)),
        ];
    }

    // One address with two texts is an article and its revision, however much was changed.
    private void Revisions(long id, string key, string url)
    {
        foreach (var (other, otherKey) in sql.Rows("SELECT id, key FROM article WHERE url = @p1 AND id <> @p2", r => (r.GetInt64(0), r.GetString(1)), url, id))
        {
            Join(id, key, other, otherKey, new("revision", 1));
        }
    }

    private void Join(long id, string key, long other, string otherKey, CopyVerdict verdict)
    {
        var (first, second) = string.CompareOrdinal(key, otherKey) < 0 ? (key, otherKey) : (otherKey, key);
        // A revision is that, also where its text says «shortened».
        sql.Run(
            "INSERT INTO copy_pair (first_key, second_key, kind, share) VALUES (@p1, @p2, @p3, @p4) ON CONFLICT (first_key, second_key) DO UPDATE SET kind = excluded.kind, share = excluded.share",
            first, second, verdict.Kind, verdict.Share);
        var (mine, theirs) = (Group(id, key), Group(other, otherKey));
        if (mine == theirs)
        {
            return;
        }

        regrouped.AddRange(sql.Rows("SELECT article_id FROM copy_group WHERE group_key = @p1 OR group_key = @p2", r => r.GetInt64(0), mine, theirs));
        var least = string.CompareOrdinal(mine, theirs) < 0 ? mine : theirs;
        sql.Run("UPDATE copy_group SET group_key = @p1 WHERE group_key = @p2 OR group_key = @p3", least, mine, theirs);
    }

    private string Group(long id, string key)
    {
        if (sql.Value("SELECT group_key FROM copy_group WHERE article_id = @p1", id) is string group)
        {
            return group;
        }

        sql.Run("INSERT INTO copy_group (article_id, group_key) VALUES (@p1, @p2)", id, key);
        return key;
    }
}
