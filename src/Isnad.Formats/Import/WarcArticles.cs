using System.Globalization;

namespace Isnad.Formats.Import;

/// <summary>The pages of a WARC file, such as those of Common Crawl's news archive.</summary>
internal static class WarcArticles
{
    // A page in Arabic has more letters than this in its menus alone.
    private const int LeastLetters = 200;

    public static IEnumerable<ArticleUnit> Read(string source, Stream stream, ArticleDefaults defaults)
    {
        using var reader = new WarcReader(stream);
        var (any, others) = (false, 0L);
        while (true)
        {
            var record = Next(source, reader, out var failure);
            if (failure is not null)
            {
                yield return failure;
                yield break;
            }

            if (record is null)
            {
                break;
            }

            var place = string.Create(CultureInfo.InvariantCulture, $"{source}:{record.At}");
            if (record.Problem is { } problem)
            {
                any = true;
                yield return ArticleFiles.Failed(place, record.Kind, record.Fields["WARC-Target-URI"] is { } uri ? $"{problem} ({uri})" : problem);
            }
            else if (PageOf(record) is { } page)
            {
                any = true;
                // Such archives hold the pages of all languages; to list each page that is not Arabic would bury what matters.
                if (!HasArabic(page))
                {
                    others++;
                    continue;
                }

                yield return new(place, () => Read(place, record, page, defaults));
            }
        }

        if (others > 0)
        {
            yield return ArticleFiles.Failed(source, ProblemKind.NotArabic, string.Create(CultureInfo.InvariantCulture, $"{others:N0} of its pages have no or hardly any Arabic in them; the others were read"));
        }
        else if (!any)
        {
            yield return ArticleFiles.Failed(source, ProblemKind.Empty, "there is no page in it");
        }
    }

    private static WarcRecord? Next(string source, WarcReader reader, out ArticleUnit? failure)
    {
        failure = null;
        try
        {
            return reader.Next(IsWanted);
        }
        catch (Exception x) when (x is IOException or InvalidDataException)
        {
            failure = ArticleFiles.Failed(source, ProblemKind.Unreadable, $"{x.Message}; what stands before the damage was read");
            return null;
        }
    }

    // «response» holds an HTTP answer, «resource» a page alone, «conversion» its text.
    private static bool IsWanted(WarcFields fields) => fields["WARC-Type"]?.ToLowerInvariant() is "response" or "resource" or "conversion";

    private static byte[]? PageOf(WarcRecord record)
    {
        if (!IsWanted(record.Fields) || record.Content.Length == 0)
        {
            return null;
        }

        if (record.Fields["WARC-Type"]!.Equals("response", StringComparison.OrdinalIgnoreCase))
        {
            var body = HttpAnswer.Body(record.Content, out var head);
            return head?.First.Split(' ') is [_, "200", ..] && IsPage(head["Content-Type"]) ? body : null;
        }

        return IsPage(record.Fields["Content-Type"]) ? record.Content : null;
    }

    private static bool IsPage(string? type) => type is null || type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);

    private static bool HasArabic(byte[] page)
    {
        var letters = 0;
        foreach (var c in TextDecoder.Decode(page) ?? "")
        {
            letters += c is >= 'ء' and <= 'ي' ? 1 : 0;
            if (letters >= LeastLetters)
            {
                return true;
            }
        }

        return false;
    }

    private static IReadOnlyList<ArticleOrProblem> Read(string place, WarcRecord record, byte[] page, ArticleDefaults defaults)
    {
        if (record.Fields["WARC-Type"]!.Equals("conversion", StringComparison.OrdinalIgnoreCase))
        {
            return ArticleReader.Read($"{place}.txt", page, defaults);
        }

        return Uri.TryCreate(record.Fields["WARC-Target-URI"]?.Trim('<', '>'), UriKind.Absolute, out var address)
            ? ArticleReader.ReadPage(place, address, page, defaults)
            : ArticleReader.Read($"{place}.html", page, defaults);
    }
}
