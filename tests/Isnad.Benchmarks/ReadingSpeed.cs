using System.Globalization;
using System.Text;

namespace Isnad.Benchmarks;

/// <summary>
/// Articles of 400 words a second on one thread, reading alone, and how the time grows with the length of an article.
/// In processor time, which other programs on the machine disturb less than the clock's; pin it to one core to count what the
/// compiler and the garbage collector do beside it: <c>taskset -c 1 dotnet run -c Release --project tests/Isnad.Benchmarks -- speed [FILES]</c>
/// </summary>
internal static class ReadingSpeed
{
    private const int Words = 400;
    private const int Rounds = 3;
    private const int MostArticles = 4_000;
    private static readonly int[] Lengths = [1, 10, 100];

    public static void Print(IReadOnlyList<Article> given)
    {
        var articles = Cut(given, Words).Take(MostArticles).ToList();
        var bytes = articles.Sum(a => Encoding.UTF8.GetByteCount(a.Text));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles.Count} articles of {Words} words, {bytes / 1e6:0.0} MB\nround      articles a second   words a second   MB a second"));
        for (var round = 1; round <= Rounds; round++)
        {
            var seconds = Time(articles);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(round == 1 ? "first" : round),-10} {articles.Count / seconds,17:N0} {articles.Count * Words / seconds,16:N0} {bytes / 1e6 / seconds,13:0.00}"));
        }

        Console.WriteLine("length     ms per 1,000 words");
        foreach (var length in Lengths)
        {
            // The same words in fewer and longer articles.
            var longer = Cut(given, Words * length).Take(MostArticles / length).ToList();
            if (longer.Count > 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Words * length,-10} {Time(longer) * 1e6 / (longer.Count * Words * length),18:0.00}"));
            }
        }
    }

    private static double Time(List<Article> articles)
    {
        var start = Environment.CpuUsage.TotalTime;
        foreach (var article in articles)
        {
            NewsEngine.Default.Read(article);
        }

        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    // Articles as they are, one after the other, cut anew: paragraphs keep their ends.
    private static IEnumerable<Article> Cut(IReadOnlyList<Article> given, int words)
    {
        var text = new StringBuilder();
        var count = 0;
        foreach (var line in given.SelectMany(a => a.Text.Split('\n')))
        {
            foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                text.Append(word).Append(' ');
                if (++count == words)
                {
                    yield return new("cut", text.ToString()) { Published = new(2024, 3, 13) };
                    text.Clear();
                    count = 0;
                }
            }

            text.Append('\n');
        }
    }
}
