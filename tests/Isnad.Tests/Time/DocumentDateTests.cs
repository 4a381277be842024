using Isnad.Time;
using Isnad.Time.Dating;
using Xunit;

namespace Isnad.Tests.Time;

/// <summary>When an article was written, told from its own words.</summary>
public sealed class DocumentDateTests
{
    [Theory]
    [InlineData("استقبل الوزير اليوم الأربعاء 13 آذار 2024 وفداً من النقابة.", "2024-03-13")]
    [InlineData("وصل الوفد أمس الثلاثاء 12 مارس 2024 إلى العاصمة.", "2024-03-13")]
    [InlineData("الرياض 1 رجب 1440 هـ الموافق 8 مارس 2019 م واس\nعقد مجلس الوزراء جلسته الأسبوعية.", "2019-03-08")]
    public void A_day_that_the_writer_calls_today_is_the_day(string text, string day)
    {
        var date = Estimate(text);
        Assert.Equal(Day(day), date.Likeliest);
        Assert.True(date.SaysYear, $"{date}");
        Assert.True(date.SaysMonth, $"{date}");
    }

    [Theory]
    [InlineData("التقى الوزيران يوم الثلاثاء 5 نيسان في دمشق.", 2005, 2011, 2016, 2022)]
    [InlineData("اجتمع المجلس يوم الاثنين 29 فبراير في المنامة.", 2016)]
    public void A_weekday_beside_a_date_leaves_only_some_years(string text, params int[] years)
    {
        var date = Estimate(text);
        Assert.Contains(date.Likeliest.Year, years);
        Assert.Equal(years.Length == 1, date.YearConfidence > 0.6);
        Assert.Contains(date.Because, b => b.Rule.StartsWith("dating.day.bare", StringComparison.Ordinal));
    }

    [Fact]
    public void A_month_beside_next_month_tells_the_month() =>
        Assert.Equal(8, Estimate("تبدأ المحادثات الشهر المقبل، في أيلول، برعاية الأمم المتحدة.").Likeliest.Month);

    [Fact]
    public void A_year_beside_last_year_tells_the_year()
    {
        var date = Estimate("ارتفعت الصادرات مقارنة بالعام الماضي 2014 بحسب الوزارة.");
        Assert.Equal(2015, date.Likeliest.Year);
        Assert.True(date.SaysYear, $"{date}");
    }

    [Theory]
    [InlineData("استقبل الرئيس الأميركي باراك أوباما وفداً من النقابة.", "2009-01-20", "2017-01-20")]
    [InlineData("قال الرئيس الأميركي السابق باراك أوباما إن القرار خاطئ.", "2017-01-20", null)]
    [InlineData("أعلنت قيادة عاصفة الحزم تدمير مخازن أسلحة.", "2015-03-26", null)]
    public void Offices_and_names_bound_the_date(string text, string earliest, string? latest)
    {
        var date = Estimate(text);
        Assert.InRange(date.Earliest, Day(earliest).AddDays(-60), DateOnly.MaxValue);
        Assert.InRange(date.Latest, date.Earliest, latest is null ? DateOnly.MaxValue : Day(latest).AddDays(60));
        Assert.False(date.SaysYear);
    }

    [Fact]
    public void Years_of_history_make_no_confident_year()
    {
        var date = Estimate("تأسست المدينة عام 1912 ودُمرت في حرب 1967 ثم أعيد بناؤها.");
        Assert.False(date.SaysYear);
        Assert.False(date.SaysMonth);
    }

    [Theory]
    [InlineData("")]
    [InlineData("تعد القهوة من أكثر المشروبات انتشاراً في العالم.")]
    public void Nothing_is_said_where_nothing_shows_it(string text) => Assert.Null(ArabicTime.EstimateDate(text));

    [Fact]
    public void Relative_days_are_reckoned_from_a_day_that_is_known()
    {
        var reading = NewsEngine.Default.Read(new Article("a", "قال الوزير اليوم الأربعاء 13 آذار 2024 إن الوفد يصل غداً وإن القمة تعقد في 8 نيسان."));
        Assert.Equal(["2024-03-13", "2024-03-14", "2024-04-08"], reading.Times.Select(t => t.Value));
        Assert.Null(reading.Published);
        Assert.Equal("2024-03-13", reading.Dated?.Likeliest);
        Assert.Contains(reading.Diagnostics, d => d.Code == "KH1042");
    }

    [Fact]
    public void Relative_days_stay_open_where_the_day_is_not_known()
    {
        var reading = NewsEngine.Default.Read(new Article("a", "قال الرئيس الأميركي باراك أوباما أمس إن القمة تعقد في 8 نيسان."));
        Assert.Equal(["REF-1D", "XXXX-04-08"], reading.Times.Select(t => t.Value));
        Assert.Contains(reading.Diagnostics, d => d.Code == "KH1042");
        var bare = NewsEngine.Default.Read(new Article("b", "قصفت طائرات حربية سوقاً شعبية صباح أمس."));
        Assert.Null(bare.Dated);
        Assert.Contains(bare.Diagnostics, d => d.Code == "KH1043");
    }

    [Fact]
    public void A_given_day_is_never_estimated()
    {
        var reading = NewsEngine.Default.Read(new Article("a", "قال الوزير اليوم الأربعاء 13 آذار 2024 إن الوفد يصل غداً.") { Published = Day("2024-03-14") });
        Assert.Null(reading.Dated);
        Assert.DoesNotContain(reading.Diagnostics, d => d.Code is "KH1042" or "KH1043");
    }

    private static DocumentDate Estimate(string text)
    {
        var date = ArabicTime.EstimateDate(text);
        Assert.NotNull(date);
        Assert.InRange(date.Likeliest, date.Earliest, date.Latest);
        Assert.InRange(date.Confidence, 0.79, 1);
        Assert.NotEmpty(date.Because);
        return date;
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}
