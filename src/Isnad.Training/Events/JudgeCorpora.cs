using System.IO.Compression;
using System.Text.Json;
using Isnad.KnowledgeSource;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Training.Events;

/// <summary>Reads what the judge learns from.</summary>
internal sealed class JudgeCorpora(CandidateExtractor extractor)
{
    /// <summary>
    /// Sentences of the event gold standard: whether one tells of an event of the type is known, which word names it is not. Where its
    /// annotators were not of one mind, the share of those who saw an event is what is taught.
    /// </summary>
    public List<JudgeExample> ReadSentences(string path)
    {
        var examples = new List<JudgeExample>();
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            string Text(string name) => json.RootElement.GetProperty(name).GetString()!;
            var type = Text("type");
            var candidates = extractor.Of(new(Text("id"), "\n" + Text("text"))).Select(c => c.Candidate).Where(c => c.Type == type).ToList();
            double accept = json.RootElement.GetProperty("accept").GetInt32(), reject = json.RootElement.GetProperty("reject").GetInt32();
            examples.Add(new(type, candidates, Text("label") == "yes" ? 1 : accept / (accept + reject), Text("id"), Text("label")));
        }

        return examples;
    }

    /// <summary>Our own verdicts on candidates in raw news: article, start, end, type, yes or no.</summary>
    public List<JudgeExample> ReadVerdicts(string verdicts, string news)
    {
        var wanted = File.ReadLines(verdicts).Select(l => l.Split('\t')).Where(f => f.Length == 5).ToLookup(f => f[0], StringComparer.Ordinal);
        var examples = new List<JudgeExample>();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(news), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var article = json.RootElement;
            var id = article.GetProperty("id").GetString()!;
            if (!wanted.Contains(id))
            {
                continue;
            }

            var found = extractor.Of(ArticleOf(article));
            foreach (var verdict in wanted[id])
            {
                var span = TextSpan.FromBounds(int.Parse(verdict[1], null), int.Parse(verdict[2], null));
                var candidate = found.FirstOrDefault(f => f.Candidate.Type == verdict[3] && f.Span.Overlaps(span)).Candidate;
                if (candidate is not null)
                {
                    examples.Add(new(candidate.Type, [candidate], verdict[4] == "yes" ? 1 : 0, id, verdict[4]));
                }
            }
        }

        return examples;
    }

    /// <summary>The examples of knowledge entries: what one codes, and what it must leave alone.</summary>
    public List<JudgeExample> ReadExamples(string knowledge)
    {
        var examples = new List<JudgeExample>();
        foreach (var example in KnowledgeCompiler.Compile(knowledge, includeExamples: true).Records.SelectMany(r => r.Children).Where(c => c.Name == "examples").SelectMany(c => c.Records))
        {
            var types = example.Fields.Where(f => f.Name == "event").SelectMany(f => f.Values).Select(v => v.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
            if (types.Count > 0)
            {
                examples.AddRange(extractor.Of(new(example.Id, example.Headword)).Where(f => types.Contains(f.Candidate.Type) || types.Contains("none"))
                    .Select(f => new JudgeExample(f.Candidate.Type, [f.Candidate], types.Contains("none") ? 0 : 1, example.File + example.Line, types.Contains("none") ? "no" : "yes") { IsLesson = true }));
            }
        }

        return examples;
    }

    /// <summary>An article of the news corpus, its title in the first line.</summary>
    public static Article ArticleOf(JsonElement article)
    {
        var title = article.GetProperty("title").GetString();
        return new(article.GetProperty("id").GetString()!, (string.IsNullOrEmpty(title) ? "" : title + "\n") + article.GetProperty("text").GetString())
        {
            Published = DateOnly.TryParseExact(article.GetProperty("date").GetString(), "yyyy-MM-dd", out var day) ? day : null,
        };
    }
}
