using Isnad.Formats.Export;
using Isnad.Formats.Html;
using Isnad.Formats.Json;
using Isnad.Reading;
using Isnad.Tests.Architecture;
using Xunit;

namespace Isnad.Tests.Attribution;

/// <summary>What an article has too much or too little of is said, and a claim stays a claim in every output.</summary>
public sealed class ReportTests
{
    [Fact]
    public void Says_where_nobody_is_named_as_the_speaker()
    {
        var reading = Read("العنوان\nوقال: «لن نقبل بأي وجود أجنبي على أرضنا».");
        Assert.Null(Assert.Single(reading.Reports).Speaker);
        Assert.Contains(reading.Diagnostics, d => d.Code == "KH1023");
        Assert.DoesNotContain(Read("العنوان\nقال وزير الدفاع العراقي إن الحدود آمنة.").Diagnostics, d => d.Code == "KH1023");
    }

    [Fact]
    public async Task Says_where_it_stopped_reading_statements()
    {
        var reading = await HangGuard.Run(() => Read("العنوان\n" + string.Concat(Enumerable.Repeat("قال وزير الدفاع العراقي إن الحدود آمنة.\n", 4_200))));
        Assert.Equal(4_000, reading.Reports.Count);
        Assert.Contains(reading.Diagnostics, d => d.Code == "KH1024");
    }

    [Fact]
    public void A_claim_is_marked_in_every_output()
    {
        var reading = Read("العنوان\nزعم وزير الدفاع الإسرائيلي أن الجيش السوري قصف مدينة درعا أمس.");
        var claimed = Assert.Single(reading.Events, e => e.Type == "ASSAULT");
        Assert.True(claimed.Claim);
        Assert.Contains("\"claim\":true", ReadingJson.Write(reading), StringComparison.Ordinal);
        Assert.Contains("claimed: ", ReadingSummary.Write(reading), StringComparison.Ordinal);
        Assert.Contains("claimed: ", ReadingExplanation.Write(reading), StringComparison.Ordinal);
        Assert.Contains("ادّعاء", ReadingPage.Write(reading), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("قصف الجيش السوري مدينة درعا أمس.")]
    [InlineData("قال وزير الدفاع الإسرائيلي إن الجيش السوري قصف مدينة درعا أمس.")]
    [InlineData("قصفت القوات السورية مدينة درعا أمس. وزعم وزير الدفاع الإسرائيلي أن القوات السورية قصفت مدينة درعا أمس.")]
    public void What_somebody_vouches_for_is_no_mere_claim(string text) =>
        Assert.All(Read("العنوان\n" + text).Events.Where(e => e.Type == "ASSAULT"), e => Assert.False(e.Claim));

    private static NewsReading Read(string text) => NewsEngine.Default.Read(new Article("a", text) { Published = new DateOnly(2015, 8, 11) });
}
