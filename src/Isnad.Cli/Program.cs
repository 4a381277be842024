// Provisional: reads gold-format JSON files and prints one reading per line.
using System.Text.Json;
using Isnad;
using Isnad.Formats.Json;

Console.OutputEncoding = new System.Text.UTF8Encoding(false);
foreach (var path in args.Where(a => a.EndsWith(".json", StringComparison.Ordinal)))
{
    using var json = JsonDocument.Parse(File.ReadAllText(path));
    var root = json.RootElement;
    var article = new Article(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!)
    {
        Outlet = root.GetProperty("outlet").GetString(),
        Published = DateOnly.Parse(root.GetProperty("published").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
    };
    Console.Out.WriteLine(ReadingJson.Write(NewsEngine.Default.Read(article)));
}

return 0;
