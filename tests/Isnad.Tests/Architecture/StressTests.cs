using Isnad.Formats.Json;
using Xunit;

namespace Isnad.Tests.Architecture;

/// <summary>Texts that no newspaper prints: the engine neither throws nor takes more than linear time.</summary>
public sealed class StressTests
{
    private const string Sentence = "قصفت طائرات حربية سوقاً شعبية في إدلب صباح أمس، وقال وزير الخارجية السوري إن ثلاثة مدنيين قتلوا. ";
    private const int Length = 150_000;

    public static TheoryData<string, string> Texts() => new()
    {
        { "one sentence without an end", Repeat(Sentence.Replace(".", "", StringComparison.Ordinal)) },
        { "a million opening marks", Sentence + new string('«', 1_000_000) + Sentence },
        { "opening marks and verbs", Repeat("«قال ") },
        { "closing marks and verbs", Repeat("قال» ") },
        { "straight marks", Repeat("\"قال ") },
        { "brackets", Repeat("(ما ") },
        { "colons", Repeat("قال: ") },
        { "lines", Repeat("قال الوزير\n") },
        { "names", Repeat("رجب طيب أردوغان ") },
        { "dates", Repeat("8 نيسان 2019 ") },
        { "one word", Sentence + new string('ا', Length) },
        { "vowel marks", "ب" + new string('\u064E', Length) + Sentence },
        { "direction controls", Sentence + Repeat("\u202E\u2067") },
        { "zero characters", Sentence + new string('\0', Length) },
        { "halves of surrogate pairs", Sentence + Repeat("\uD83D ") + "\uDE00" },
        { "digits", Sentence + new string('9', Length) },
        { "nothing", "" },
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public async Task Is_read_in_time(string name, string text)
    {
        var reading = await HangGuard.Run(() => NewsEngine.Default.Read(new Article(name, text) { Published = new DateOnly(2024, 3, 13) }));
        Assert.NotEmpty(ReadingJson.Write(reading));
    }

    private static string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, Length / piece.Length));
}
