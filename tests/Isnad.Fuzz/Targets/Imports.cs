using Isnad.Formats.Import;

namespace Isnad.Fuzz.Targets;

/// <summary>Reads a stream as the commands do: every unit, every article, and each an article or a problem.</summary>
internal static class Imports
{
    public static void Read(string name, byte[] input)
    {
        foreach (var unit in ArticleFiles.Open(name, new MemoryStream(input, writable: false), ArticleDefaults.None))
        {
            foreach (var (article, problem) in unit.Read())
            {
                if (article is null == problem is null)
                {
                    throw new BrokenException("neither an article nor a problem, or both");
                }

                if (article is { Text: null or "" } or { Id: null })
                {
                    throw new BrokenException("an article without text or id");
                }
            }
        }
    }
}
