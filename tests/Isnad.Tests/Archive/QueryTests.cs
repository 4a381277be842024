using CsCheck;
using Isnad.Archive.Query;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>The query language: what it finds, and what it says of a query that is wrong.</summary>
public sealed class QueryTests(QueryTests.Filled filled) : IClassFixture<QueryTests.Filled>
{
    public sealed class Filled : IDisposable
    {
        internal ArchiveFolder Folder { get; } = new();

        public Filled() => Folder.Ingest(Folder.Write("a.jsonl", """
            {"id":"idlib","outlet":"وكالة الشمال","published":"2024-03-13","title":"غارات على إدلب","text":"قصفت طائرات حربية سوقاً شعبية في إدلب صباح أمس، ما أدى إلى مقتل 12 مدنياً، بحسب الدفاع المدني."}
            {"id":"denial","outlet":"وكالة الجنوب","published":"2024-03-14","title":"نفي روسي","text":"نفت وزارة الدفاع الروسية قصف المدنيين في إدلب."}
            {"id":"cairo","outlet":"صحيفة النيل","published":"2024-05-02","title":"لقاء في القاهرة","text":"التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي في القاهرة أمس، وبحثا الأوضاع في المنطقة."}
            {"id":"arrest","outlet":"صحيفة الأطلس","published":"2023-09-14","title":"توقيف أربعة","text":"أوقفت الشرطة المغربية أمس أربعة أشخاص في الدار البيضاء."}
            """));

        public void Dispose() => Folder.Dispose();
    }

    [Theory]
    [InlineData("type:assault", "غارات على إدلب", "نفي روسي")]
    [InlineData("نوع:اعتداء -denied:yes", "غارات على إدلب")]
    [InlineData("منفي:نعم", "نفي روسي")]
    [InlineData("claim:yes", "نفي روسي")]
    [InlineData("نوع:اعتداء ادعاء:لا", "غارات على إدلب")]
    [InlineData("place:إدلب since:2024-03", "غارات على إدلب", "نفي روسي")]
    [InlineData("مكان:ادلب outlet:الشمال", "غارات على إدلب")]
    [InlineData("place:مصر", "لقاء في القاهرة")]
    [InlineData("place:EGY", "لقاء في القاهرة")]
    [InlineData("killed:>3", "غارات على إدلب")]
    [InlineData("قتلى:>١٢")]
    [InlineData("killed:12", "غارات على إدلب")]
    [InlineData("said-by:\"الدفاع المدني\"", "غارات على إدلب")]
    [InlineData("type:consult,coerce", "توقيف أربعة", "لقاء في القاهرة")]
    [InlineData("actor:شكري", "لقاء في القاهرة")]
    [InlineData("actor:COP", "توقيف أربعة")]
    [InlineData("طرف:الصفدي", "لقاء في القاهرة")]
    [InlineData("until:2023", "توقيف أربعة")]
    [InlineData("on:2024-03-12", "غارات على إدلب")]
    [InlineData("published:2024", "غارات على إدلب", "لقاء في القاهرة", "نفي روسي")]
    [InlineData("\"سوقاً شعبية\"", "غارات على إدلب")]
    [InlineData("«سوقا شعبيه»", "غارات على إدلب")]
    [InlineData("سوق", "غارات على إدلب")]
    [InlineData("وبإدلب", "غارات على إدلب", "نفي روسي")]
    [InlineData("مدنيين", "نفي روسي")]
    [InlineData("(outlet:النيل OR outlet:الأطلس) -type:coerce", "لقاء في القاهرة")]
    [InlineData("type:aid")]
    public void Finds_what_it_says(string query, params string[] titles) =>
        Assert.Equal(titles.Order(StringComparer.Ordinal), filled.Folder.Titles(query));

    [Theory]
    [InlineData("killled:>3", "killled", "killed")]
    [InlineData("نوغ:اعتداء", "نوغ", "نوع")]
    [InlineData("place:إدلب type:assult", "assult", "assault")]
    [InlineData("since:أمس", "أمس", null)]
    [InlineData("killed:كثير", "كثير", null)]
    [InlineData("killed:<>3", "<>", null)]
    [InlineData("type:>assault", "type", null)]
    [InlineData("(type:assault", "(", null)]
    [InlineData("type:assault)", ")", null)]
    [InlineData("\"سوق", "\"", null)]
    [InlineData("type:", "type", null)]
    [InlineData("- type:assault", "-", null)]
    [InlineData("type:assault OR", "OR", null)]
    [InlineData("type:assault ؟", "؟", null)]
    public void A_mistake_is_pointed_at(string query, string word, string? suggestion)
    {
        Assert.False(EventQuery.TryParse(query, out _, out var error));
        Assert.Equal((word, suggestion), (query.Substring(error.Start, error.Length), error.Suggestion));
    }

    [Theory]
    [InlineData("نوع:اعتداء مكان:إدلب منذ:٢٠٢٤", "type:ASSAULT place:إدلب since:2024")]
    [InlineData("type:assault,coerce -(a OR \"b c\") قتلى:>=3", "type:ASSAULT,COERCE -(\"a\" OR \"b c\") killed:>=3")]
    [InlineData("place:\"إدلب، ريف\" \"a\" party:\"«قسد»\"", "place:\"إدلب، ريف\" \"a\" party:\"«قسد»\"")]
    public void A_query_is_written_back_in_its_plainest_form(string query, string plain)
    {
        Assert.True(EventQuery.TryParse(query, out var parsed, out _));
        Assert.Equal(plain, parsed.ToString());
        Assert.True(EventQuery.TryParse(plain, out var again, out _));
        Assert.Equal(plain, again.ToString());
    }

    [Theory]
    [InlineData("target:\"a“b\"")]
    [InlineData("target:\"a\tb\"")]
    [InlineData("actor:\">قصف\"")]
    public void A_value_with_any_mark_is_written_back_as_it_is_read(string query)
    {
        Assert.True(EventQuery.TryParse(query, out var parsed, out _));
        Assert.True(EventQuery.TryParse(parsed.ToString(), out var again, out _));
        Assert.Equal(query, again.ToString());
    }

    [Fact]
    public void A_query_that_is_too_long_once_it_is_written_out_is_too_long() =>
        Assert.False(EventQuery.TryParse("target:" + string.Concat(Enumerable.Repeat("a:b,", 990)) + "c", out _, out _));

    [Fact]
    public void Every_field_and_its_other_names_are_documented() =>
        Assert.All(QueryFields.All, field =>
        {
            var row = Repository.Text("docs/archive.md").Split("## The query language")[1].Split('\n').FirstOrDefault(line => line.StartsWith('|') && line.Split('|')[1].Contains($"`{field.Name}`", StringComparison.Ordinal));
            Assert.True(row is not null, $"docs/archive.md has no row for the field {field.Name}");
            Assert.All(field.Aliases, alias => Assert.Contains(alias, row, StringComparison.Ordinal));
        });

    [Fact]
    public void No_query_makes_it_throw() =>
        Gen.OneOf(Gen.Const("type:"), Gen.Const("assault"), Gen.Const("killed:>"), Gen.Const("3"), Gen.Const("("), Gen.Const(")"), Gen.Const("-"), Gen.Const("\""), Gen.Const("«"), Gen.Const(" OR "), Gen.Const("،"), Gen.Const("place:"), Gen.Const("إدلب"), Gen.Const(" "), Gen.Const("%_!'"), Gen.Char.Select(c => c.ToString()))
            .Array[0, 12].Select(string.Concat)
            .Sample(query =>
            {
                if (EventQuery.TryParse(query, out var parsed, out var error))
                {
                    filled.Folder.Find(query);
                    Assert.True(EventQuery.TryParse(parsed.ToString(), out var again, out _));
                    Assert.Equal(parsed.ToString(), again.ToString());
                }
                else
                {
                    Assert.NotEmpty(error.In(query));
                }
            }, iter: 300, threads: 1);
}
