using System.IO.Compression;
using System.Text;
using Isnad.Formats.Import;
using Xunit;

namespace Isnad.Tests.Formats;

/// <summary>What is no Arabic article is refused with the reason, quickly and without taking the memory that it asks for.</summary>
public sealed class BadInputTests
{
    private const string Sentence = "قصفت طائرات حربية سوقاً شعبية في إدلب صباح أمس. ";

    public static TheoryData<string, byte[], ProblemKind, string> Cases() => new()
    {
        { "a.txt", [], ProblemKind.Empty, "the file is empty" },
        { "a.txt", "\uFEFF \n\t "u8.ToArray(), ProblemKind.Empty, "nothing in it but white space" },
        { "a.txt", "%PDF-1.7\n%âãÏÓ"u8.ToArray(), ProblemKind.NotText, "a PDF document" },
        { "a.docx", [(byte)'P', (byte)'K', 3, 4, 20, 0], ProblemKind.NotText, "a zip archive or Office document" },
        { "a.gz", Gzip(Sentence), ProblemKind.NotText, "a gzip archive" },
        { "a.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10], ProblemKind.NotText, "an image" },
        { "a.bin", new byte[5000], ProblemKind.NotText, "it is not text" },
        { "a.bin", [.. Enumerable.Range(0, 4000).Select(n => (byte)(n * 37))], ProblemKind.NotText, "it is not text" },
        { "en.txt", "The foreign minister arrived in Baghdad on Sunday for talks."u8.ToArray(), ProblemKind.NotArabic, "in another script" },
        { "fa.txt", "وزیر خارجه ایران گفت که گفت‌وگوها با کشورهای همسایه ادامه دارد و پیشرفت‌های خوبی به دست آمده است."u8.ToArray(), ProblemKind.NotArabic, "Persian" },
        { "ur.txt", "وزیر خارجہ نے کہا ہے کہ پڑوسی ممالک کے ساتھ بات چیت جاری ہے اور اچھی پیش رفت ہوئی ہے۔"u8.ToArray(), ProblemKind.NotArabic, "Urdu" },
        { "moji.txt", Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Sentence))), ProblemKind.NotArabic, "saved in a wrong encoding" },
        { "lost.txt", Encoding.UTF8.GetBytes(new string('\uFFFD', 200)), ProblemKind.NotArabic, "letters were lost" },
        { "digits.txt", "12 34 56 78"u8.ToArray(), ProblemKind.NotArabic, "without a single letter" },
        { "a.json", "{\"text\": \"a\" "u8.ToArray(), ProblemKind.Malformed, "not valid JSON at line 1" },
        { "a.json", "{\"title\": \"a\"}"u8.ToArray(), ProblemKind.Malformed, "no field «text»" },
        { "a.json", "{\"text\": 5}"u8.ToArray(), ProblemKind.Malformed, "«text» holds a number" },
        { "a.json", "\"text\""u8.ToArray(), ProblemKind.Malformed, "it holds a string" },
        { "a.json", "[]"u8.ToArray(), ProblemKind.Empty, "no article in it" },
        { "a.json", "{\"text\": \"\\ud83d\"}"u8.ToArray(), ProblemKind.Malformed, "half of a surrogate pair" },
        { "a.json", "{\"text\": \"نص\", \"published\": \"23/3/2019\"}"u8.ToArray(), ProblemKind.Malformed, "«published» holds «23/3/2019»" },
        { "a.json", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 5000))), ProblemKind.Malformed, "not valid JSON" },
        { "a.html", "<html><body><p></p></body></html>"u8.ToArray(), ProblemKind.Malformed, "no article found in the page" },
        { "long.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Sentence, 50_000))), ProblemKind.TooLarge, "an article may have 2,000,000" },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Is_refused_with_the_reason(string source, byte[] bytes, ProblemKind kind, string reason)
    {
        var problem = Assert.Single(ArticleReader.Read(source, bytes, ArticleDefaults.None)).Problem;
        Assert.Equal(kind, problem?.Kind);
        Assert.StartsWith(source, problem?.ToString(), StringComparison.Ordinal);
        Assert.Contains(reason, problem?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("huge.txt", "it is larger than 64 MiB")]
    [InlineData("huge.jsonl", "the line is longer than 8,388,608 characters")]
    public void A_huge_file_is_refused_before_it_is_kept(string name, string reason)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        using (var file = File.Create(path))
        {
            var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Sentence, 10_000)));
            while (file.Length <= ArticleLimits.File)
            {
                file.Write(piece);
            }
        }

        var problem = Assert.Single(Problems(path));
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_line_does_not_stop_the_lines_after_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.jsonl", $"{{\"text\":\"{Sentence}\"}}\nnonsense\n\n{{\"text\":\"{Sentence}\"}}\n");
        var results = ArticleFiles.Open(path, ArticleDefaults.None).SelectMany(u => u.Read()).ToList();
        Assert.Equal(["a-1", null, "a-4"], results.Select(r => r.Article?.Id));
        Assert.Equal($"{path}:2: KH5006: not valid JSON at line 1, byte 2 of it", results[1].Problem?.ToString());
    }

    [Fact]
    public void A_folder_without_articles_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("no article file in the folder", Assert.Single(Problems(folder.Path)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\u202E\u2067")]
    [InlineData("\u200F")]
    public void Invisible_characters_are_read_as_they_are(string strange)
    {
        var text = $"{Sentence}{strange}{Sentence}";
        Assert.Equal(text, Assert.Single(ArticleReader.Read("a.txt", Encoding.UTF8.GetBytes(text), ArticleDefaults.None)).Article?.Text);
    }

    private static IEnumerable<string> Problems(string path) => ArticleFiles.Open(path, ArticleDefaults.None).SelectMany(u => u.Read()).Select(r => r.Problem?.ToString() ?? "");

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
