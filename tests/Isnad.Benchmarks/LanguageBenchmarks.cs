using BenchmarkDotNet.Attributes;
using Isnad.Formats.Import;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Parsing;
using Isnad.Language.Tagging;
using Isnad.Pipeline;

namespace Isnad.Benchmarks;

/// <summary>
/// The language layer over the six sample articles: tokens, then what each stage adds. Words a second are the number of words
/// that <see cref="Load"/> prints, divided by the time.
/// </summary>
[MemoryDiagnoser]
public class LanguageBenchmarks
{
    private static readonly IStage[] UpToTokens = [new TokenStage()];
    private static readonly IStage[] UpToTags = [.. UpToTokens, new TagStage()];
    private static readonly IStage[] UpToWords = [.. UpToTags, new WordStage()];
    private static readonly IStage[] UpToTrees = [.. UpToWords, new SyntaxStage()];
    private Article[] articles = [];

    [GlobalSetup]
    public void Load()
    {
        articles = [.. ArticleFiles.Open(Path.Combine(AppContext.BaseDirectory, "samples"), ArticleDefaults.None).SelectMany(unit => unit.Read()).Select(found => found.Article!)];
        var words = articles.Sum(article => Read(article, UpToTokens).Tokens.Count(token => token.Kind == TokenKind.Word));
        Console.WriteLine($"// {articles.Length} articles, {words} words");
    }

    [Benchmark]
    public int Tokens() => articles.Sum(article => Read(article, UpToTokens).Tokens.Count);

    [Benchmark]
    public int Tags() => articles.Sum(article => Read(article, UpToTags).Tags.Names.Count);

    [Benchmark]
    public int Words() => articles.Sum(article => Read(article, UpToWords).Words.Count);

    /// <summary>The whole layer, every sentence parsed.</summary>
    [Benchmark]
    public int Trees()
    {
        var roots = 0;
        foreach (var article in articles)
        {
            var document = Read(article, UpToTrees);
            foreach (var sentence in document.Sentences)
            {
                roots += document.Syntax.Head(sentence.FirstToken) < 0 ? 1 : 0;
            }
        }

        return roots;
    }

    private static NewsDocument Read(Article article, IStage[] stages)
    {
        var document = new NewsDocument(article);
        foreach (var stage in stages)
        {
            document.Enter(stage);
            stage.Run(document, KnowledgeBase.Default);
        }

        document.Leave();
        return document;
    }
}

/// <summary>Loading the models that the engine embeds, which happens once.</summary>
[MemoryDiagnoser]
public class ModelBenchmarks
{
    [Benchmark]
    public object? LoadModels() => LanguageModels.Load();
}
