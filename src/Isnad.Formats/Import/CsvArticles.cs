namespace Isnad.Formats.Import;

/// <summary>
/// Articles in a table with a header line: the columns <c>text</c> (or <c>body</c>), <c>id</c>, <c>title</c>, <c>outlet</c>,
/// <c>published</c> (or <c>date</c>) and <c>url</c> in any order; others are passed over.
/// </summary>
internal static class CsvArticles
{
    private const string WantedForm = "the first line of a table names its columns, and one of them is «text»";

    public static IEnumerable<ArticleUnit> Read(string source, Stream stream, ArticleDefaults defaults)
    {
        var opened = ArticleFiles.Opened(source, stream, () => (CsvRecords.Open(stream, ArticleLimits.JsonLine, out var notText), notText), out var failure);
        if (opened is null)
        {
            yield return failure!;
            yield break;
        }

        using var records = opened;
        var name = Path.GetFileNameWithoutExtension(source);
        Dictionary<string, int>? columns = null;
        while (Next(records, out var problem) is { } record)
        {
            var place = $"{source}:{record.Line}";
            if (problem is not null)
            {
                yield return ArticleFiles.Failed(place, ProblemKind.Unreadable, problem);
                yield break;
            }

            if (columns is null)
            {
                columns = Columns(record.Fields);
                if (!columns.ContainsKey("text") && !columns.ContainsKey("body"))
                {
                    yield return ArticleFiles.Failed(source, ProblemKind.Malformed, WantedForm);
                    yield break;
                }
            }
            else if (record.TooLong)
            {
                yield return ArticleFiles.Failed(place, ProblemKind.TooLarge, $"the row is longer than {ArticleLimits.JsonLine:N0} characters; is a quotation mark missing?");
            }
            else if (record.Unclosed)
            {
                yield return ArticleFiles.Failed(place, ProblemKind.Malformed, "a quoted field of the row is never closed");
            }
            else
            {
                var fields = Fields(record.Fields, columns);
                yield return new(place, () => [fields.ToArticle(place, $"{name}-{record.Line}", defaults, WantedForm)]);
            }
        }

        if (columns is null)
        {
            yield return ArticleFiles.Failed(source, ProblemKind.Empty, "there is no row in it");
        }
    }

    private static CsvRecords.Record? Next(CsvRecords records, out string? problem)
    {
        problem = null;
        try
        {
            return records.Next();
        }
        catch (Exception x) when (x is IOException or InvalidDataException)
        {
            problem = x.Message;
            return new(records.Line, [], false, false);
        }
    }

    private static Dictionary<string, int> Columns(IReadOnlyList<string> header)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < header.Count; i++)
        {
            columns.TryAdd(header[i].Trim(), i);
        }

        return columns;
    }

    private static ArticleFields Fields(IReadOnlyList<string> row, Dictionary<string, int> columns)
    {
        string? Field(string name) => columns.TryGetValue(name, out var at) && at < row.Count && row[at].Length > 0 ? row[at] : null;
        return new(Field("id"), Field("title"), Field("text") ?? Field("body"), Field("outlet"), Field("published"), Field("date"), Field("url"));
    }
}
