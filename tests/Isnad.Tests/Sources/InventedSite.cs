using System.Globalization;
using System.Net;

namespace Isnad.Tests.Sources;

/// <summary>Pages, feeds and sitemaps of an invented outlet.</summary>
internal static class InventedSite
{
    private static readonly string[] Towns = ["إدلب", "حلب", "حماة", "درعا", "الموصل", "بغداد", "صنعاء", "عدن"];

    public static string Story(int number, string more = "") =>
        $"""
        <!doctype html><html lang="ar"><head><meta charset="utf-8"><title>قتلى في قصف على {Towns[number % Towns.Length]} | وكالة الضفة</title>
        <meta property="og:site_name" content="وكالة الضفة"><meta property="article:published_time" content="2024-03-{(number % 28) + 1:00}T08:00:00Z"></head>
        <body><nav><a href="/">الرئيسية</a></nav><article><h1>قتلى في قصف على {Towns[number % Towns.Length]}</h1>
        <p>قتل {number + 2} مدنيين وأصيب آخرون في قصف شنته طائرات حربية على سوق شعبية في {Towns[number % Towns.Length]} صباح اليوم، بحسب ما أعلن الدفاع المدني في بيان صدر بعد ساعات من الحادثة.</p>
        <p>وقال شاهد عيان رقم {number} إن القصف استمر نحو نصف ساعة وإن فرق الإنقاذ ما زالت تبحث عن ناجين تحت أنقاض المباني التي تهدمت في محيط السوق.{more}</p>
        <p>ولم يصدر أي تعليق من السلطات على هذه الأنباء حتى ساعة إعداد الخبر، فيما دعت منظمات محلية إلى فتح تحقيق في الحادثة.</p>
        </article><footer>جميع الحقوق محفوظة</footer></body></html>
        """;

    public static string Feed(string site, IEnumerable<int> numbers) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>وكالة الضفة</title><link>{site}/</link><description>أخبار</description>
        {string.Concat(numbers.Select(n => $"<item><title>قصف {n}</title><link>{site}/story/{n}</link><pubDate>{new DateTime(2024, 3, (n % 28) + 1, 8, 0, 0, DateTimeKind.Utc).ToString("R", CultureInfo.InvariantCulture)}</pubDate></item>"))}
        </channel></rss>
        """;

    public static string Sitemap(string site, IEnumerable<(int Number, string Changed)> pages) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        {string.Concat(pages.Select(p => $"<url><loc>{WebUtility.HtmlEncode($"{site}/story/{p.Number}")}</loc><lastmod>{p.Changed}</lastmod></url>"))}
        </urlset>
        """;
}
