using System.CommandLine;
using System.Text.RegularExpressions;
using Isnad.Cli;
using Xunit;

namespace Isnad.Tests.Documentation;

/// <summary>What the documents name exists, and what users can meet is documented.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] Documents = [.. Repository.Files(".", ".md").Select(f => f.TrimStart('.', '/')).Where(f => !f.StartsWith("tests/", StringComparison.Ordinal) && !f.StartsWith("samples/", StringComparison.Ordinal))];

    public static TheoryData<string> All() => [.. Documents];

    [Theory]
    [MemberData(nameof(All))]
    public void Links_and_paths_lead_somewhere(string document)
    {
        var text = Repository.Text(document);
        var folder = Path.GetDirectoryName(document)!;
        var links = Link().Matches(text).Select(m => m.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#')).Select(link => Path.Combine(folder, link));
        var paths = PathName().Matches(text).Select(m => m.Groups[1].Value.TrimEnd('/'));
        Assert.All(links.Concat(paths), path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"{document} names {path}, which does not exist"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Commands_and_options_exist(string document)
    {
        var known = Commands(CommandLine.Create()).ToDictionary(c => c.Name, c => c.Options);
        foreach (Match match in Invocation().Matches(Repository.Text(document)))
        {
            var words = match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var name = words.Take(2).FirstOrDefault() is "knowledge" or "actors" or "review" or "cluster" ? string.Join(' ', words.Take(2)) : words.FirstOrDefault() ?? "";
            if (name is "" or "COMMAND" || name.StartsWith('-'))
            {
                continue;
            }

            Assert.True(known.ContainsKey(name), $"{document} names «isnad {name}», which does not exist");
            Assert.All(words.Where(w => w.StartsWith("--", StringComparison.Ordinal)), option => Assert.True(known[name].Contains(option), $"{document}: isnad {name} has no option {option}"));
        }
    }

    [Fact]
    public void Every_command_and_option_is_documented()
    {
        var sections = Repository.Text("docs/cli.md").Split("\n## ");
        foreach (var (name, options) in Commands(CommandLine.Create()))
        {
            var section = sections.FirstOrDefault(s => s.StartsWith($"isnad {name}", StringComparison.Ordinal));
            Assert.True(section is not null, $"docs/cli.md has no section «isnad {name}»");
            Assert.All(options, option => Assert.Contains($"`{option}`", section, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_exit_code_is_documented() =>
        Assert.All(typeof(ExitCode).GetFields().Select(f => f.GetRawConstantValue()), code => Assert.Contains($"| {code} | ", Repository.Text("docs/cli.md"), StringComparison.Ordinal));

    [Fact]
    public void Every_stage_is_documented_in_its_place()
    {
        var table = Repository.Text("docs/architecture.md").Split("## Stages")[1].Split("\n## ")[0];
        Assert.Equal(NewsEngine.Default.Pipeline.Stages.Select(s => s.Name), TableRow().Matches(table).Select(m => m.Groups[1].Value).Where(name => name is not ("stage" or "---")));
    }

    [Fact]
    public void Every_code_is_documented_and_no_other()
    {
        var used = Repository.Files("src", ".cs").SelectMany(file => Code().Matches(Repository.Text(file)).Select(m => m.Value))
            .Concat(Enum.GetValues<Isnad.Formats.Import.ProblemKind>().Select(kind => new Isnad.Formats.Import.ArticleProblem("", kind, "").Code));
        var documented = Code().Matches(Repository.Text("docs/diagnostics.md")).Select(m => m.Value);
        Assert.Equal(used.Distinct().Order(StringComparer.Ordinal), documented.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_package_is_documented() =>
        Assert.All(Package().Matches(Repository.Text("Directory.Packages.props")).Select(m => m.Groups[1].Value), package => Assert.Contains($"| {package} |", Repository.Text("docs/dependencies.md"), StringComparison.Ordinal));

    [Theory]
    [InlineData("src/Isnad.Knowledge/Gazetteer")]
    [InlineData("src/Isnad.Web/Packages")]
    public void Every_npm_package_is_documented_and_names_no_machine(string folder)
    {
        using var package = System.Text.Json.JsonDocument.Parse(Repository.Text($"{folder}/package.json"));
        Assert.All(package.RootElement.GetProperty("dependencies").EnumerateObject(), p => Assert.Contains($"| {p.Name} |", Repository.Text("docs/dependencies.md"), StringComparison.Ordinal));
        Assert.DoesNotContain("\"resolved\"", Repository.Text($"{folder}/package-lock.json"), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, List<string> Options)> Commands(Command parent, string prefix = "") =>
        parent.Subcommands.SelectMany(command => command.Subcommands.Count > 0
            ? Commands(command, $"{prefix}{command.Name} ")
            : [($"{prefix}{command.Name}", command.Options.Select(o => o.Name).Where(name => name.StartsWith("--", StringComparison.Ordinal) && name is not ("--help" or "--version")).ToList())]);

    [GeneratedRegex(@"\]\(([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:src|tests|docs|knowledge|samples|models|eng|\.ci)/[A-Za-z0-9_./-]*)`")]
    private static partial Regex PathName();

    [GeneratedRegex(@"(?:[`\n]isnad|src/Isnad\.Cli --) ([a-z][^`|\n]*)")]
    private static partial Regex Invocation();

    [GeneratedRegex(@"^\| ([a-z-]+) \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"\bKH[0-9]{4}\b")]
    private static partial Regex Code();

    [GeneratedRegex("PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex Package();
}
