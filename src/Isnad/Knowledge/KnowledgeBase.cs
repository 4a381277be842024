using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Isnad.Knowledge;

/// <summary>
/// Everything the engine knows of the language and the world: the compiled records, and the tables each stage builds from
/// them once. Immutable and safe to share between threads.
/// </summary>
public sealed class KnowledgeBase
{
    private static readonly Lazy<KnowledgeBase> Embedded = new(LoadEmbedded);
    private readonly Dictionary<string, KnowledgeRecord[]> byKind;
    private readonly ConcurrentDictionary<Type, Lazy<object>> tables = new();

    private KnowledgeBase(IReadOnlyList<KnowledgeRecord> records, string hash)
    {
        Hash = hash;
        Records = records;
        byKind = records.GroupBy(r => r.Kind, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The knowledge that ships with the engine.</summary>
    public static KnowledgeBase Default => Embedded.Value;

    /// <summary>First 16 hexadecimal digits of the SHA-256 of the packs: part of every reading's stamp.</summary>
    public string Hash { get; }

    /// <summary>All records, those of an overlay last.</summary>
    public IReadOnlyList<KnowledgeRecord> Records { get; }

    /// <summary>This knowledge with a user's pack laid over it: a record with a known id replaces the one it names.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a pack.</exception>
    public KnowledgeBase With(byte[] pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var added = KnowledgePack.Read(pack);
        var replaced = added.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        return new([.. Records.Where(r => !replaced.Contains(r.Id)), .. added], HashOf([.. Convert.FromHexString(Hash), .. pack]));
    }

    /// <summary>Records of one kind, in file order.</summary>
    public IReadOnlyList<KnowledgeRecord> OfKind(string kind) => byKind.GetValueOrDefault(kind, []);

    /// <summary>A table built from the records, made on first use and kept.</summary>
    internal T Table<T>(Func<KnowledgeBase, T> build) where T : class =>
        (T)tables.GetOrAdd(typeof(T), static (_, state) => new Lazy<object>(() => state.build(state.self)), (self: this, build)).Value;

    /// <summary>The compiled gazetteer, or null where the engine was built without one.</summary>
    internal static byte[]? Gazetteer() => Resource("gazetteer.pack");

    private static KnowledgeBase LoadEmbedded()
    {
        var pack = Resource("isnad.pack") ?? throw new InvalidDataException("the assembly carries no isnad.pack; rebuild it");
        return new(KnowledgePack.Read(pack), HashOf([.. pack, .. Gazetteer() ?? []]));
    }

    private static byte[]? Resource(string name)
    {
        using var stream = typeof(KnowledgeBase).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes))[..16].ToUpperInvariant();
}
