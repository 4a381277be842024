using Isnad.Web.Security;
using Xunit;

namespace Isnad.Tests.Cli;

/// <summary><c>isnad key</c> as its users run it.</summary>
public sealed class KeyCommandTests
{
    [Fact]
    public void Keys_are_added_to_a_file_that_is_its_owners_alone()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "keys.json");
        Assert.Equal(0, Tool.Isnad("key", "desk", "--into", file).Code);
        var run = Tool.Isnad("key", "ناظر", "--role", "reviewer", "--into", file);
        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.Contains("isnad_", run.Errors, StringComparison.Ordinal);
        Assert.Equal([("desk", AccessRole.Reader), ("ناظر", AccessRole.Reviewer)], AccessKey.Load(file).Select(k => (k.Name, k.Role)));
        Assert.DoesNotContain("isnad_", File.ReadAllText(file), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        File.WriteAllText(file, "hidden");
        run = Tool.Isnad("key", "desk", "--into", file);
        Assert.NotEqual(0, run.Code);
        Assert.Equal("hidden", File.ReadAllText(file));
    }
}
