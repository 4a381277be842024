using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Tagging;
using Xunit;

namespace Isnad.Tests.Language;

public sealed class ReadingFilterTests
{
    private static readonly KnowledgeRecord Record = new("verb", "زار", "events/test#زار", "events/test.yaml", 1, [], []);
    private static readonly WordReading Visited = Reading("زير", WordClass.Verb, Proclitics.And);
    private static readonly WordReading Visit = Reading("بحث", WordClass.Masdar, Proclitics.None);
    private static readonly WordReading Searched = Reading("بحث", WordClass.Verb, Proclitics.None);

    [Fact]
    public void Leaves_out_a_cut_that_the_sentence_rules_out() =>
        Assert.Empty(ReadingFilter.Filter([Visited], new(WordTag.Noun, 0, 0), opensSentence: false));

    [Fact]
    public void Keeps_the_verb_or_the_noun()
    {
        Assert.Equal([Searched], ReadingFilter.Filter([Visit, Searched], new(WordTag.Verb, 0, 0), opensSentence: false));
        Assert.Equal([Visit], ReadingFilter.Filter([Visit, Searched], new(WordTag.Noun, 0, 0), opensSentence: false));
    }

    [Fact]
    public void Keeps_both_classes_at_the_head_of_a_sentence() =>
        Assert.Equal([Visit, Searched], ReadingFilter.Filter([Visit, Searched, Visited], new(WordTag.Noun, 0, 0), opensSentence: true));

    [Theory]
    [InlineData(WordTag.Unknown)]
    [InlineData(WordTag.X)]
    public void Keeps_everything_where_the_tagger_knows_nothing(WordTag tag) =>
        Assert.Equal([Visit, Searched, Visited], ReadingFilter.Filter([Visit, Searched, Visited], new(tag, 0, 0), opensSentence: false));

    [Fact]
    public void Does_not_count_the_article() =>
        Assert.Single(ReadingFilter.Filter([Reading("بحث", WordClass.Masdar, Proclitics.By | Proclitics.Article)], new(WordTag.Noun, 1, 0), opensSentence: false));

    private static WordReading Reading(string stem, WordClass wordClass, Proclitics proclitics) =>
        new(new(Record, wordClass, null, Number.Singular), new(stem, proclitics, "", stem, 0));
}
