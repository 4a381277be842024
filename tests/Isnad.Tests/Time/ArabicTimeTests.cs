using CsCheck;
using Isnad.Tests.Architecture;
using Isnad.Time;
using Xunit;

namespace Isnad.Tests.Time;

/// <summary>The library call: values, what it refuses to guess, impossible dates, and that no text harms it.</summary>
public class ArabicTimeTests
{
    // A Wednesday.
    private static readonly DateOnly Published = new(2024, 3, 13);

    [Theory]
    [InlineData("أعلنت الوزارة أمس النتائج.", "أمس=2024-03-12")]
    [InlineData("وصل الوفد أول من أمس.", "أول من أمس=2024-03-11")]
    [InlineData("يجتمع المجلس بعد غد.", "بعد غد=2024-03-15")]
    [InlineData("وصل الوفد مساء أمس الثلاثاء.", "مساء أمس الثلاثاء=2024-03-12TEV")]
    [InlineData("اجتمع الوزيران اليوم (الأربعاء).", "اليوم (الأربعاء)=2024-03-13")]
    [InlineData("عقد المجلس جلسته الخميس.", "الخميس=2024-03-07")]
    [InlineData("سيعقد المجلس جلسته الخميس.", "الخميس=2024-03-14")]
    [InlineData("قصف الطيران المدينة ليل الاثنين - الثلاثاء.", "ليل الاثنين - الثلاثاء=2024-03-11TNI")]
    [InlineData("يقام المعرض بين 4 و 10 سبتمبر المقبل.", "4=2024-09-04;10 سبتمبر المقبل=2024-09-10")]
    [InlineData("جرت الانتخابات في 5 مايو و8 يونيو 2012.", "5 مايو=2012-05-05;8 يونيو 2012=2012-06-08")]
    [InlineData("عقد المؤتمر من 14-17 شباط 2019.", "14=2019-02-14;17 شباط 2019=2019-02-17")]
    [InlineData("وقع الاتفاق في ٢٣ تموز/يوليو ٢٠١٥.", "٢٣ تموز/يوليو ٢٠١٥=2015-07-23")]
    [InlineData("صدر القرار في 5/4/2015.", "5/4/2015=2015-04-05")]
    [InlineData("صدر القرار بتاريخ 2015-04-05.", "2015-04-05=2015-04-05")]
    [InlineData("صدر القرار في 24 الجاري.", "24 الجاري=2024-03-24")]
    [InlineData("الرياض 1 رجب 1440 هـ الموافق 8 مارس 2019 م واس.", "1 رجب 1440 هـ الموافق 8 مارس 2019 م=2019-03-08")]
    [InlineData("توقفت الحرب منذ ثلاثة أيام.", "منذ ثلاثة أيام=P3D")]
    [InlineData("حكم عليه بالسجن سنتين وستة أشهر.", "سنتين وستة أشهر=P2Y6M")]
    [InlineData("غادر الوفد قبل يومين.", "قبل يومين=2024-03-11")]
    [InlineData("يزور المعرض كل سنتين آلاف الزوار.", "كل سنتين=P2Y")]
    [InlineData("بدأ القصف في 4 مارس 2012 وتوقف بعد ذلك بيومين.", "4 مارس 2012=2012-03-04;بعد ذلك بيومين=2012-03-06")]
    [InlineData("انعقد في الربع الأول من عام 2015.", "الربع الأول من عام 2015=2015-Q1")]
    [InlineData("اندلعت الحرب في ثمانينيات القرن الماضي.", "ثمانينيات القرن الماضي=198")]
    [InlineData("تبدأ الجلسة الساعة الثامنة مساء غد.", "الساعة الثامنة مساء غد=2024-03-14T20:00")]
    [InlineData("لم يتضح شيء حتى الآن.", "الآن=PRESENT_REF")]
    [InlineData("اعتقلت الشرطة 2015 شخصاً.", "")]
    [InlineData("مارس الوفد ضغوطاً على الحكومة.", "")]
    [InlineData("زار الأمين العام السابق القاهرة.", "")]
    [InlineData("لم يحضر أحد من الوزراء.", "")]
    public void Finds_and_resolves(string text, string expected) => Assert.Equal(expected, Describe(text, Published));

    [Theory]
    [InlineData("أعلنت الوزارة أمس النتائج.", "أمس=REF-1D")]
    [InlineData("يلتقيان الشهر المقبل.", "الشهر المقبل=REF+1M")]
    [InlineData("يلتقيان في 8 نيسان.", "8 نيسان=XXXX-04-08")]
    [InlineData("عقد المجلس جلسته الخميس.", "الخميس=XXXX-WXX-4")]
    [InlineData("وقع الاتفاق في حزيران 2018.", "حزيران 2018=2018-06")]
    public void Guesses_nothing_without_a_publication_date(string text, string expected) => Assert.Equal(expected, Describe(text, null));

    [Theory]
    [InlineData("وقع الاتفاق في 31 نيسان 2019.")]
    [InlineData("وقع الاتفاق في 31 نيسان.")]
    [InlineData("وقع الاتفاق في 29 شباط 2019.")]
    [InlineData("وقع الاتفاق في 13/13/2015.")]
    [InlineData("وقع الاتفاق في 5 يناير (شباط) 2015.")]
    [InlineData("وقع الاتفاق عام 2882015.")]
    [InlineData("وقع الاتفاق في 5 مايو 2882015.")]
    [InlineData("وقع الاتفاق في 2015-13-01.")]
    [InlineData("وقع الاتفاق في 32 يناير 2015.")]
    [InlineData("وقع الاتفاق في 31 رجب 1440 هـ.")]
    [InlineData("وقع الاتفاق في الثلاثين من شباط.")]
    [InlineData("وقع الاتفاق في الحادي والثلاثين من حزيران 2019.")]
    public void Flags_what_cannot_be(string text)
    {
        var mention = Assert.Single(ArabicTime.Find(text, Published));
        Assert.Equal("XXXX-XX-XX", mention.Value);
        Assert.NotNull(mention.Problem);
        Assert.Null(mention.Earliest);
        Assert.Contains(mention.Because, evidence => evidence.Rule == "time.invalid");
    }

    [Fact]
    public void Says_when_two_calendars_disagree()
    {
        var mention = Assert.Single(ArabicTime.Find("الرياض 1 رجب 1440 هـ الموافق 20 مارس 2019 م.", Published));
        Assert.Equal("2019-03-20", mention.Value);
        Assert.Contains(mention.Because, evidence => evidence.Rule == "time.disagreement");
    }

    [Fact]
    public async Task Ten_thousand_dates_on_one_line_take_no_quadratic_time()
    {
        var text = string.Concat(Enumerable.Repeat("في 5 مايو و8 يونيو، الخميس، قبل يومين، اليوم ", 10_000));
        var found = await HangGuard.Run(() => ArabicTime.Find(text, Published));
        Assert.Equal(50_000, found.Count);
    }

    [Fact]
    public void Throws_on_no_text_and_keeps_spans_inside_it()
    {
        string[] pieces = ["يوم ", "الاثنين", " 31", "/13/", "2015", "هـ", " م ", "نيسان", "(", ")", "-", "بين ", "و", "منذ ", "كل ", "عام ", "999999999 ", "99999999999999999999 ", "الساعة ", ":", "25:61 ", "القرن ", "الأول ", "مليون ", "ألف ", "ألفين ", "و", "سنة ", "الماضي ", "قبل ", "بعد ", "ذلك ", "بيومين", "\n", ".", "\0", "\uD800", "ـ", "رمضان ", "1500 هـ", "0 ", "عشرين "];
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 30].Sample(parts =>
        {
            var text = string.Concat(parts);
            foreach (var published in (DateOnly?[])[null, DateOnly.MinValue, DateOnly.MaxValue, Published])
            {
                var last = 0;
                foreach (var mention in ArabicTime.Find(text, published))
                {
                    Assert.InRange(mention.Span.Start, last, text.Length);
                    Assert.InRange(mention.Span.End, mention.Span.Start + 1, text.Length);
                    last = mention.Span.End;
                }
            }
        }, iter: 3000);
    }

    private static string Describe(string text, DateOnly? published) =>
        string.Join(';', ArabicTime.Find(text, published).Select(m => $"{m.Span.Of(text)}={m.Value}"));
}
