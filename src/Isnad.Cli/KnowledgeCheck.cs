using Isnad.Formats.Expectations;
using Isnad.KnowledgeSource;
using Isnad.Language.Morphology;
using Isnad.Pipeline;

namespace Isnad.Cli;

/// <summary>What is wrong in a knowledge folder, in file and line order.</summary>
internal sealed record KnowledgeCheck(int Records, int Examples, IReadOnlyList<KnowledgeIssue> Issues)
{
    /// <summary>Checks form and fields, conjugates every verb, and reads every example with the folder laid over the engine's knowledge.</summary>
    public static KnowledgeCheck Run(string folder)
    {
        var compiled = KnowledgeCompiler.Compile(folder, includeExamples: true);
        List<KnowledgeIssue> issues = [.. compiled.Issues, .. compiled.Records.SelectMany(Conjugation), .. TermCheck.Run(compiled.Records)];
        var examples = compiled.Records.SelectMany(ExamplesOf).ToList();
        // Examples say something only about knowledge that is well formed; and about what it can code, not about what the judge thinks.
        if (issues.Count == 0)
        {
            var engine = KnowledgeFolder.With(compiled.Pack, StandardPipeline.Rules);
            issues.AddRange(examples.AsParallel().AsOrdered().SelectMany(example => Problems(engine, example)));
        }

        return new(compiled.Records.Count, examples.Count, [.. issues.OrderBy(i => i.File, StringComparer.Ordinal).ThenBy(i => i.Line)]);
    }

    private static IEnumerable<SourceRecord> ExamplesOf(SourceRecord record) => record.Children.Where(c => c.Name == "examples").SelectMany(c => c.Records);

    private static IEnumerable<KnowledgeIssue> Conjugation(SourceRecord record)
    {
        string? Field(string name) => record.Fields.Where(f => f.Name == name).SelectMany(f => f.Values).FirstOrDefault();
        if (Field("root") is not { } root || Field("form") is not { } form)
        {
            return [];
        }

        try
        {
            Conjugator.Conjugate(new(record.Headword, root, form, Field("present")));
            return [];
        }
        catch (ConjugationException x)
        {
            return [new(record.File, record.Line, "KH2020", $"«{record.Headword}» cannot be conjugated: {x.Message}")];
        }
    }

    private static IEnumerable<KnowledgeIssue> Problems(NewsEngine engine, SourceRecord example)
    {
        try
        {
            var fields = example.Fields.SelectMany(f => f.Values.Select(v => new KeyValuePair<string, string>(f.Name, v)));
            return Example.Parse(example.Headword, fields).Check(engine).Select(problem => new KnowledgeIssue(example.File, example.Line, "KH2021", $"example: {problem}"));
        }
        catch (FormatException x)
        {
            return [new(example.File, example.Line, "KH2022", $"example: {x.Message}")];
        }
    }
}
