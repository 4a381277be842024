namespace Isnad.Tests.Archive;

/// <summary>Any number of short invented articles that are no copies of each other; the same number gives the same article.</summary>
internal static class InventedNews
{
    private static readonly string[] Towns = ["إدلب", "حلب", "حماة", "درعا", "الموصل", "بغداد", "البصرة", "صنعاء", "عدن", "تعز", "طرابلس", "بنغازي", "الخرطوم", "بيروت", "صيدا", "غزة", "رفح", "نابلس"];
    private static readonly string[] Targets = ["سوقاً شعبية", "مدرسة", "مستشفى ميدانياً", "مخيماً للنازحين", "جسراً", "محطة مياه", "قرية", "مخبزاً"];
    private static readonly string[] Times = ["صباح أمس", "مساء أمس", "أمس", "فجر اليوم", "الأسبوع الماضي"];
    private static readonly string[] Speakers = ["الدفاع المدني", "وزارة الصحة", "مصدر أمني", "الأمم المتحدة", "الهلال الأحمر", "ناطق باسم الجيش"];
    private static readonly string[] States = ["المصري", "الأردني", "العراقي", "السوري", "اللبناني", "التركي", "الروسي", "الإيراني", "السعودي", "القطري"];

    public static string Lines(IEnumerable<int> numbers) => string.Concat(numbers.Select(Line));

    public static string Line(int number)
    {
        var random = new Random(number);
        string Any(string[] words) => words[random.Next(words.Length)];
        var sentences = Enumerable.Range(0, 3).Select(_ => random.Next(4) switch
        {
            0 => $"قصفت طائرات حربية {Any(Targets)} في {Any(Towns)} {Any(Times)}، ما أدى إلى مقتل {random.Next(2, 40)} مدنياً، بحسب {Any(Speakers)}.",
            1 => $"التقى وزير الخارجية {Any(States)} نظيره {Any(States)} في {Any(Towns)} {Any(Times)} وبحثا الوضع في {Any(Towns)}.",
            2 => $"دعا الرئيس {Any(States)} إلى وقف إطلاق النار في {Any(Towns)} و{Any(Towns)}، وفق ما أعلن {Any(Speakers)} {Any(Times)}.",
            _ => $"تظاهر {random.Next(2, 90)} شخصاً في {Any(Towns)} {Any(Times)} احتجاجاً على قصف {Any(Targets)} في {Any(Towns)}.",
        });
        return $$"""{"id":"a{{number}}","outlet":"وكالة {{number % 5}}","published":"2024-{{1 + (number % 12):00}}-{{1 + (number % 28):00}}","text":"خبر {{number}}\n{{string.Join(' ', sentences)}}"}""" + "\n";
    }
}
