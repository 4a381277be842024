using System.Globalization;

namespace Isnad.Formats.Import;

/// <summary>The fields of an article in JSON or CSV, before they are known to make one.</summary>
internal sealed record ArticleFields(string? Id, string? Title, string? Body, string? Outlet, string? Published, string? Date, string? Url)
{
    /// <summary>The article, or what is wrong with it.</summary>
    public ArticleOrProblem ToArticle(string source, string id, ArticleDefaults defaults, string wantedForm)
    {
        if (Body is null)
        {
            return ArticleOrProblem.Fail(source, ProblemKind.Malformed, $"it has no field «text»; {wantedForm}");
        }

        if (Published is { } said && Day(said) is null)
        {
            return ArticleOrProblem.Fail(source, ProblemKind.Malformed, $"its field «published» holds «{said}», which is no date; write it as 2019-03-23");
        }

        var title = Title?.Trim();
        return ArticleReader.Check(source, new Article(Id ?? id, string.IsNullOrEmpty(title) || Body.StartsWith(title, StringComparison.Ordinal) ? Body : $"{title}\n{Body}")
        {
            Outlet = Outlet ?? defaults.Outlet,
            Url = Url,
            Published = Day(Published) ?? Day(Date) ?? defaults.Published,
        });
    }

    // «2019-03-23», also where an hour follows.
    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
