using System.Text;
using Isnad.Fuzz.Making;

namespace Isnad.Fuzz.Targets;

/// <summary>The extractor of articles from web pages.</summary>
internal static class Pages
{
    private static readonly string[] Tags =
    [
        "<div>", "</div>", "<p>", "</p>", "<article>", "</article>", "<h1>", "</h1>", "<table><tr><td>", "</table>", "<a href='/x'>", "</a>", "<a href='javascript:x'>", "<script>", "</script>", "<style>", "</style>", "<!--", "-->", "<![CDATA[", "]]>",
        "<svg>", "<math>", "<template>", "<select>", "<option>", "<frameset>", "<plaintext>", "<textarea>", "<noscript>", "<iframe src=x>", "<base href='http://[::1'>", "<br>", "<br/", "<", ">", "</", "&", "&amp;", "&#0;", "&#x110000;", "&#xD800;", "&nbsp", "&bogus;",
        "<meta property='og:title' content='عنوان'>", "<meta property='article:published_time' content='2024-13-45T99:00'>", "<meta charset='utf-7'>", "<meta charset=windows-1256>", "<time datetime='9999999'>", "<html lang='fa'>", "<link rel=canonical href='//'>",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"عنوان\",\"datePublished\":\"2024-03-13\",\"articleBody\":\"نص\"}</script>",
        "<script type='application/ld+json'>[[[[{\"@graph\":[{}]}]]]]</script>", "<script type='application/ld+json'>{\"datePublished\":{\"a\":[1e999]}}</script>",
    ];

    public static FuzzTarget Target { get; } = new("page", ".html", 1.5, Make, input => Imports.Read("page.html", input));

    public static byte[] Make(Dice dice)
    {
        var page = Page(dice);
        page = dice.Below(4) switch
        {
            0 => Mutation.Of(dice, page, Tags),
            1 => dice.Several(Tags, 200) + page,
            2 when dice.OneIn(80) => new StringBuilder().Insert(0, dice.Of(Tags), dice.Size(60_000)).Append(page).ToString(),
            _ => page.Insert(dice.Below(page.Length), dice.Several(Tags, 60)),
        };
        var bytes = Encoding.UTF8.GetBytes(page);
        return dice.OneIn(5) ? Mutation.Of(dice, bytes) : bytes;
    }

    private static string Page(Dice dice)
    {
        var body = new StringBuilder($"<!DOCTYPE html><html lang=ar><head><title>{dice.Of(Pieces.Words)} {dice.Of(Pieces.Words)}</title><meta name=date content=2024-03-13></head><body><nav><a href=/>الرئيسية</a></nav><article><h1>قصف سوق في إدلب</h1>");
        for (var i = dice.Below(6); i >= 0; i--)
        {
            body.Append("<p>").Append(dice.Of(Authored.Paragraphs)).Append("</p>");
        }

        return body.Append("</article><footer>جميع الحقوق محفوظة</footer></body></html>").ToString();
    }
}
