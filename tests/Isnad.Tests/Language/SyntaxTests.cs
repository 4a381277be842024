using CsCheck;
using Isnad.Language.Parsing;
using Isnad.Pipeline;
using Xunit;

namespace Isnad.Tests.Language;

public sealed class SyntaxTests
{
    private const string Gap = "gap: ";
    private static readonly string[] Pieces = ["قصف", "الجيش", "و", "وقال", "إن", "«", "»", ".", "،", "في", "بينه", "12", "abc", "التي", "\n", "\u064B"];

    public static TheoryData<string, string[]> Sentences()
    {
        var data = new TheoryData<string, string[]>();
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Language", "Trees.md"));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("- ", StringComparison.Ordinal))
            {
                data.Add(lines[i][2..], [.. lines.Skip(i + 1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim())]);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Verbs_govern_what_is_written(string text, string[] expected)
    {
        var isGap = text.StartsWith(Gap, StringComparison.Ordinal);
        var document = NewsEngine.Default.Analyze(new Article("test", isGap ? text[Gap.Length..] : text));
        string[] found = [.. expected.Select(line => Describe(document, line.Split(':')[0]))];
        if (isGap)
        {
            Assert.NotEqual(expected, found);
        }
        else
        {
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void Trees_have_one_root_and_no_cycles_whatever_the_text() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 60].Sample(picks =>
        {
            var document = NewsEngine.Default.Analyze(new Article("test", string.Join(' ', picks.Select(pick => Pieces[pick]))));
            var syntax = document.Syntax;
            foreach (var token in document.Tokens)
            {
                var sentence = document.Sentences[token.Sentence];
                var steps = 0;
                for (var at = token.Index; at >= 0; at = syntax.Head(at))
                {
                    Assert.InRange(at, sentence.FirstToken, sentence.EndToken - 1);
                    Assert.True(steps++ <= sentence.EndToken - sentence.FirstToken, "a cycle");
                }
            }
        }, iter: 200);

    [Fact]
    public void A_sentence_beyond_all_measure_has_no_tree()
    {
        var document = NewsEngine.Default.Analyze(new Article("test", string.Concat(Enumerable.Repeat("قصف الجيش المدينة ", 1000))));
        Assert.False(document.Syntax.IsParsed(0));
        Assert.Equal((-1, SyntaxRelation.None), (document.Syntax.Head(1), document.Syntax.Relation(1)));
        Assert.Empty(document.Syntax.SubjectsOf(0));
    }

    private static string Describe(NewsDocument document, string verb)
    {
        var token = document.Tokens.First(t => document.Quote(t.Span).Text == verb).Index;
        var parts = Parts("subject", document.Syntax.SubjectsOf(token)).Concat(Parts("object", document.Syntax.ObjectsOf(token))).Concat(Parts("oblique", document.Syntax.ObliquesOf(token)));
        return $"{verb}: {string.Join(", ", parts)}";

        IEnumerable<string> Parts(string name, IReadOnlyList<SyntaxDependent> dependents) => dependents.Select(d =>
        {
            var surface = document.Quote(document.Tokens[d.Token].Span).Text;
            return $"{name} {(d.IsPronoun ? "+" + surface[^document.Tags[d.Token].Suffix..] : surface)}";
        });
    }
}
