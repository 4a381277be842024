using Xunit;

namespace Isnad.Tests.Time;

/// <summary>The Arabic cases of Recognizers-Text, where a checkout of them lies beside the repository.</summary>
public class RecognizersTests(ITestOutputHelper output)
{
    private const double PassRate = 0.90;

    [Fact]
    public void Kept_cases_pass()
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "timex", "recognizers"));
        Assert.SkipUnless(Directory.Exists(folder), $"{folder} is not there; the cases are third-party data and not part of the project");
        var cases = RecognizersReader.Read(folder);
        var kept = cases.Where(c => c.Skip is null).ToList();
        var failed = kept.Where(c => !c.Passes()).ToList();
        foreach (var skipped in cases.Where(c => c.Skip is not null).GroupBy(c => c.Skip))
        {
            output.WriteLine($"skipped {skipped.Count(),4}: {skipped.Key}");
        }

        foreach (var file in kept.GroupBy(c => c.File))
        {
            output.WriteLine($"{file.Key}: {file.Count(c => !failed.Contains(c))} of {file.Count()}");
        }

        foreach (var failure in failed)
        {
            output.WriteLine($"  {failure.File}: {failure.Input} → {failure.Text} = {failure.Timex}");
        }

        var rate = 1 - ((double)failed.Count / kept.Count);
        output.WriteLine(FormattableString.Invariant($"{kept.Count - failed.Count} of {kept.Count} kept cases pass: {rate:P1}"));
        Assert.True(rate >= PassRate, FormattableString.Invariant($"only {rate:P1} pass"));
    }
}
