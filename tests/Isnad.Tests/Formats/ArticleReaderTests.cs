using System.Text;
using Isnad.Formats.Import;
using Xunit;

namespace Isnad.Tests.Formats;

/// <summary>Every encoding and form of input gives the same article; every bad one gives its reason.</summary>
public sealed class ArticleReaderTests
{
    private const string Text = "وزير الخارجية يصل إلى بغداد\nقال المتحدث باسم الوزارة إن الزيارة تستمر يومين، وتشمل لقاءات مع المسؤولين في العاصمة.";

    static ArticleReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, bool> Encodings() => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", false }, { "utf-16", true }, { "utf-16BE", false }, { "utf-16BE", true },
        { "windows-1256", false }, { "iso-8859-6", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Encodings_are_told_apart(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];
        Assert.Equal(Text, Read("a.txt", bytes).Article?.Text);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Lines_of_json_are_told_apart_too(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        using var stream = new MemoryStream([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes($$"""{"text":"{{Text.Replace("\n", "\\n")}}"}""" + "\n")]);
        Assert.Equal([Text], ArticleFiles.Open("a", stream, ArticleDefaults.None).SelectMany(u => u.Read()).Select(a => a.Article?.Text));
    }

    [Fact]
    public void Line_ends_of_other_systems_are_line_ends() => Assert.Equal(Text, Read("a.txt", Encoding.UTF8.GetBytes(Text.Replace("\n", "\r\n") + "\r\n")).Article?.Text);

    [Fact]
    public void A_few_broken_bytes_do_not_change_the_encoding()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        bytes[40] = 0xFF;
        Assert.StartsWith("وزير الخارجية", Read("a.txt", bytes).Article?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text":"TEXT"}""", "a", null, null)]
    [InlineData("""{"id":"x","text":"TEXT","outlet":"o","published":"2019-03-23","extra":{"deep":[1]}}""", "x", "o", "2019-03-23")]
    [InlineData("""{"id":17,"body":"TEXT","date":"2019-03-23T10:00:00Z",}""", "17", null, "2019-03-23")]
    [InlineData("""[{"text":"TEXT","published":null}]""", "a-1", null, null)]
    public void Json_may_say_more_or_less(string json, string id, string? outlet, string? published)
    {
        var article = Read("a.json", Encoding.UTF8.GetBytes(json.Replace("TEXT", Text.Replace("\n", "\\n")))).Article;
        Assert.Equal((id, outlet, published, Text), (article?.Id, article?.Outlet, article?.Published?.ToString("yyyy-MM-dd"), article?.Text));
    }

    [Fact]
    public void A_title_of_its_own_becomes_the_first_line()
    {
        var (title, body) = (Text.Split('\n')[0], Text.Split('\n')[1]);
        Assert.Equal(Text, Read("a.json", Encoding.UTF8.GetBytes($$"""{"title":"{{title}}","text":"{{body}}"}""")).Article?.Text);
        Assert.Equal(Text, Read("a.json", Encoding.UTF8.GetBytes($$"""{"title":"{{title}}","text":"{{title}}\n{{body}}"}""")).Article?.Text);
    }

    [Fact]
    public void What_the_article_does_not_say_the_caller_may()
    {
        var article = ArticleReader.Read("a.txt", Encoding.UTF8.GetBytes(Text), new(new DateOnly(2020, 1, 2), "صحيفة"))[0].Article;
        Assert.Equal((new DateOnly(2020, 1, 2), "صحيفة"), (article?.Published, article?.Outlet));
    }

    [Fact]
    public void A_saved_page_gives_its_article_date_and_outlet()
    {
        var sentences = string.Concat(Enumerable.Repeat("<p>قال المتحدث باسم الوزارة إن الزيارة تستمر يومين، وتشمل لقاءات مع المسؤولين في العاصمة بغداد، وفق ما نقلته الوكالة.</p>\n", 6));
        var page = $"""
            <!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>وزير الخارجية يصل إلى بغداد</title>
            <meta property="og:site_name" content="صحيفة الاختبار"><meta property="article:published_time" content="2020-10-21T23:30:00+03:00"></head>
            <body><nav><a href="/">الرئيسية</a> <a href="/s">سياسة</a></nav><article><h1>وزير الخارجية يصل إلى بغداد</h1>{sentences}</article>
            <aside><a href="/x">الأكثر قراءة</a></aside><script>var x = "قال";</script></body></html>
            """;
        var article = Read("page.html", Encoding.UTF8.GetBytes(page)).Article;
        Assert.Equal(("page", "صحيفة الاختبار", new DateOnly(2020, 10, 21)), (article?.Id, article?.Outlet, article?.Published));
        Assert.Equal(["وزير الخارجية يصل إلى بغداد", .. Enumerable.Repeat("قال المتحدث باسم الوزارة إن الزيارة تستمر يومين، وتشمل لقاءات مع المسؤولين في العاصمة بغداد، وفق ما نقلته الوكالة.", 6)], article?.Text.Split('\n') ?? []);
    }

    private static ArticleOrProblem Read(string source, byte[] bytes) => Assert.Single(ArticleReader.Read(source, bytes, ArticleDefaults.None));
}
