using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Time.Dating;

namespace Isnad.Time;

/// <summary>Finds and resolves the temporal expressions of an Arabic text, without reading anything else of it.</summary>
/// <example><code>ArabicTime.Find("يلتقيان في 8 من نيسان المقبل", new DateOnly(2019, 3, 23))[0].Value  // 2019-04-08</code></example>
public static class ArabicTime
{
    // Word classes cost thirty times what all else here does, and change one value in a thousand.
    private static readonly ReadingPipeline Finding = new([new TokenStage(), new TimeStage(dates: false, tagged: false)]);
    private static readonly ReadingPipeline Dating = new([new TokenStage(), new TimeStage(dates: true, tagged: false)]);

    /// <summary>All temporal expressions, in text order. Takes time linear in the text and throws on none.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="published">The day it was published; without it, relative expressions stay relative («REF-1D»).</param>
    public static IReadOnlyList<TimeMention> Find(string text, DateOnly? published = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var document = new NewsDocument(new Article("", text) { Published = published });
        Finding.Run(document, KnowledgeBase.Default, CancellationToken.None);
        return document.Times;
    }

    /// <summary>
    /// When a text was written, as far as its own words show: a stretch of days with its probability and the words that tell
    /// it. Null where nothing in the text says anything about it.
    /// </summary>
    /// <param name="text">Any text; the first line is taken for the title where there are several.</param>
    public static DocumentDate? EstimateDate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var document = new NewsDocument(new Article("", text));
        Dating.Run(document, KnowledgeBase.Default, CancellationToken.None);
        return document.Dating;
    }
}
