using System.IO.Compression;
using System.Security.Cryptography;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Isnad.Web.Hosting;

/// <summary>
/// Style sheets, scripts and fonts, all out of the assembly. Their addresses hold a hash of all of them, so that a browser may keep
/// them for ever and never shows an old one.
/// </summary>
internal static class Asset
{
    private const string Prefix = "asset/";
    private const string ForEver = "public, max-age=31536000, immutable";
    private static readonly Dictionary<string, (byte[] Plain, byte[]? Packed, string Type)> Files = Load();
    private static readonly string Version = Convert.ToHexStringLower(SHA256.HashData([.. Files.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => SHA256.HashData(f.Value.Plain))]))[..12];

    public static IEnumerable<string> Names => Files.Keys;

    /// <summary>Where an asset is to be had.</summary>
    public static string Url(string name) => $"/assets/{Version}/{name}";

    /// <summary>Serves them.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{version}/{name}", (string version, string name, HttpContext context) =>
        {
            if (!Files.TryGetValue(name, out var file))
            {
                return Results.NotFound();
            }

            context.Response.Headers.CacheControl = version == Version ? ForEver : "no-cache";
            context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
            if (file.Packed is { } packed && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
            {
                context.Response.Headers.ContentEncoding = "br";
                return Results.Bytes(packed, file.Type);
            }

            return Results.Bytes(file.Plain, file.Type);
        }).WithMetadata(new OpenToEverybody()).ExcludeFromDescription();

    private static Dictionary<string, (byte[] Plain, byte[]? Packed, string Type)> Load()
    {
        var assembly = typeof(Asset).Assembly;
        var files = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(n => n[Prefix.Length..], n =>
        {
            using var stream = assembly.GetManifestResourceStream(n)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return File(n, bytes);
        }, StringComparer.Ordinal);
        files["marks.css"] = File("marks.css", System.Text.Encoding.UTF8.GetBytes(Formats.Html.PageFrame.Marks));
        files["world.svg"] = File("world.svg", Charts.WorldMap.Svg());
        return files;
    }

    private static (byte[] Plain, byte[]? Packed, string Type) File(string name, byte[] bytes) => Path.GetExtension(name) switch
    {
        ".css" => (bytes, Pack(bytes), "text/css; charset=utf-8"),
        ".js" => (bytes, Pack(bytes), "text/javascript; charset=utf-8"),
        ".svg" => (bytes, Pack(bytes), "image/svg+xml"),
        _ => (bytes, null, "font/woff2"),
    };

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            brotli.Write(bytes);
        }

        return packed.ToArray();
    }
}
