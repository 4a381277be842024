using System.Reflection;
using System.Xml.Linq;
using Isnad.Formats.Export;
using Isnad.Knowledge;
using Isnad.Pipeline;
using Xunit;

namespace Isnad.Tests.Architecture;

/// <summary>The invariants of docs/architecture.md.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void The_engine_references_no_package() =>
        Assert.Empty(XDocument.Parse(Repository.Text("src/Isnad/Isnad.csproj")).Descendants("PackageReference"));

    [Fact]
    public void The_engine_does_no_input_or_output()
    {
        string[] forbidden = ["System.IO.FileSystem", "System.Net.Http", "System.Console", "System.Diagnostics.Process"];
        Assert.DoesNotContain(typeof(NewsEngine).Assembly.GetReferencedAssemblies(), a => forbidden.Contains(a.Name));
    }

    [Fact]
    public void Public_types_cannot_be_changed()
    {
        // A document is filled while an article is read and never leaves that thread; what leaves the engine is a reading.
        var changeable = typeof(NewsEngine).Assembly.GetExportedTypes().Where(t => t != typeof(NewsDocument))
            .SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(member => member switch
            {
                PropertyInfo property => property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)),
                FieldInfo field => !field.IsInitOnly && !field.IsLiteral && field.DeclaringType is { IsEnum: false },
                _ => false,
            })
            .Select(member => $"{member.DeclaringType}.{member.Name}");
        Assert.Empty(changeable);
    }

    [Fact]
    public void A_stage_may_not_touch_what_it_does_not_declare()
    {
        var reader = new FakeStage(Layers.None, Layers.Structure, d => _ = d.Tokens);
        var tokens = NewsEngine.Default.Pipeline.Stages[0];
        Assert.Throws<InvalidOperationException>(() => new NewsEngine(KnowledgeBase.Default, new([tokens, reader])).Analyze(new("a", "نص")));
    }

    [Fact]
    public void Stages_in_the_wrong_order_are_refused()
    {
        var stage = new FakeStage(Layers.Events, Layers.Framing, _ => { });
        Assert.Contains("Events", Assert.Throws<ArgumentException>(() => new ReadingPipeline([stage])).Message, StringComparison.Ordinal);
        var tokens = NewsEngine.Default.Pipeline.Stages[0];
        Assert.Throws<ArgumentException>(() => new ReadingPipeline([tokens, tokens]));
    }

    [Fact]
    public void Sources_and_knowledge_hold_no_direction_controls()
    {
        var files = Repository.Files("src", ".cs", ".css").Concat(Repository.Files("tests", ".cs", ".md", ".json")).Concat(Repository.Files("knowledge", ".yaml")).Concat(Repository.Files("samples", ".json", ".md"));
        Assert.DoesNotContain(files, file => Repository.Text(file).Any(BidiControls.Contains));
    }

    [Fact]
    public void The_same_article_gives_the_same_reading_on_any_thread()
    {
        var text = Repository.Text("samples/damascus.json");
        var readings = Enumerable.Range(0, 16).AsParallel().Select(_ => Isnad.Formats.Json.ReadingJson.Write(NewsEngine.Default.Read(new("a", text)))).ToList();
        Assert.Single(readings.Distinct());
    }

    private sealed class FakeStage(Layers reads, Layers writes, Action<NewsDocument> run) : IStage
    {
        public string Name => "fake";

        public string Purpose => "Tests the pipeline.";

        public Layers Reads => reads;

        public Layers Writes => writes;

        public void Run(NewsDocument document, KnowledgeBase knowledge) => run(document);
    }
}
