using Isnad.Archive.Duplicates;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>Which texts are one: copies under another title, shortened, with a paragraph added or slightly edited.</summary>
public sealed class CopyTests
{
    private const string Wire =
        "قُتل 15 مدنياً على الأقل، الثلاثاء، في غارات شنتها طائرات حربية على سوق شعبية في مدينة إدلب في شمال غرب سوريا، وفق ما أفاد المرصد السوري لحقوق الإنسان.\n"
        + "وأوضح المرصد أن بين القتلى أربعة أطفال، مشيراً إلى أن عدد القتلى مرشح للارتفاع لوجود جرحى في حالات خطرة نقلوا إلى مستشفيات المدينة.\n"
        + "وشاهد مراسل في المكان رجال إنقاذ يبحثون عن مفقودين تحت أنقاض محال تجارية دمرت بالكامل، فيما كانت سيارات الإسعاف تنقل المصابين.";

    private const string Added = "\nوكانت الأمم المتحدة قد دعت الأسبوع الماضي جميع الأطراف إلى حماية المدنيين والالتزام بوقف إطلاق النار الذي أعلن قبل أربعة أعوام.";

    private const string OtherStory =
        "قُتل خمسة مدنيين، الأربعاء، في غارات شنتها طائرات حربية على بلدة في ريف حماة الشمالي، وفق ما أفاد الدفاع المدني.\n"
        + "وقال مدير المستشفى إن بين القتلى امرأتين، ودعا المنظمات الإنسانية إلى إرسال أدوية ومعدات طبية على وجه السرعة.";

    public static TheoryData<string, string, string?> Pairs() => new()
    {
        { $"عنوان\n{Wire}", $"عنوان آخر تماماً\n{Wire}", "same" },
        { $"عنوان\n{Wire}", $"عنوان\n{Wire.Replace("ة", "ه", StringComparison.Ordinal).Replace("أ", "ا", StringComparison.Ordinal)}", "same" },
        { $"عنوان\n{Wire}", $"عنوان\n{Wire.Split('\n')[0]}\n{Wire.Split('\n')[1]}", "shortened" },
        { $"عنوان\n{Wire}", $"عنوان\n{Wire}{Added}", "shortened" },
        { $"عنوان\n{Wire}", $"عنوان\n{Added}\n{Wire.Split('\n')[0]}\n{Wire.Split('\n')[2]}", "edited" },
        { $"عنوان\n{Wire}", $"عنوان\n{Wire.Replace("حربية", "روسية", StringComparison.Ordinal).Replace("المدينة", "قريبة", StringComparison.Ordinal).Replace("بالكامل", "كلياً", StringComparison.Ordinal)}", "edited" },
        { $"عنوان\n{Wire}", $"عنوان\n{OtherStory}", null },
        { $"عنوان\n{Wire}", $"عنوان\nوفق ما أفاد المرصد السوري لحقوق الإنسان{Added}", null },
        { "عنوان\nنص", "عنوان\nنص", "same" },
        { "عنوان\nنص", "عنوان\nآخر", null },
        { "", "", null },
    };

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void Copies_are_told_from_other_texts(string a, string b, string? kind)
    {
        var (first, second) = (TextShingles.Of(a), TextShingles.Of(b));
        Assert.Equal(kind, CopyTest.Compare(first, second)?.Kind);
        Assert.Equal(kind, CopyTest.Compare(second, first)?.Kind);
        if (kind is not null)
        {
            Assert.True(first.Marks.Intersect(second.Marks).Count() >= 0.2 * Math.Min(first.Marks.Count, second.Marks.Count), "copies share enough marks to be found");
        }
    }

    [Fact]
    public void The_sample_holds_a_mark_of_every_stretch()
    {
        var runs = TextShingles.Of($"عنوان\n{Wire}{Added}");
        Assert.InRange(runs.Marks.Count, runs.Runs.Count / 12, runs.Runs.Count / 3);
        Assert.All(runs.Marks, mark => Assert.Contains(mark, runs.Runs));
    }
}
