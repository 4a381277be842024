using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Isnad.Web.Security;

/// <summary>A key as the server knows it: never the key itself, only its hash.</summary>
/// <param name="Name">Whose it is; stands in logs.</param>
/// <param name="Sha256">The hash of the key, in hexadecimal. Keys are 256 random bits, so a plain hash tells nobody anything.</param>
public sealed record AccessKey(string Name, AccessRole Role, string Sha256)
{
    private const int Bytes = 32;
    private const string Prefix = "isnad_";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<AccessRole>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Makes a new key; the first part is shown once to its holder and kept nowhere.</summary>
    public static (string Secret, AccessKey Key) Create(string name, AccessRole role)
    {
        var secret = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        return (secret, new(name, role, Hash(secret)));
    }

    /// <summary>The keys of a file, a JSON list of objects with name, role and sha256.</summary>
    /// <exception cref="InvalidDataException">It holds something else. The message names no value of the file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<AccessKey> Load(string file)
    {
        try
        {
            var keys = JsonSerializer.Deserialize<List<AccessKey>>(File.ReadAllBytes(file), Json) ?? [];
            return keys.All(k => k.Name.Length > 0 && k.Sha256.Length == 2 * Bytes && k.Sha256.All(char.IsAsciiHexDigit)) ? keys : throw new InvalidDataException($"{file}: a key has a name, a role and the 64 digits of its sha256");
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{file}: this is no JSON list of objects with name, role (reader, reviewer, admin) and sha256");
        }
    }

    /// <summary>Adds the key to a file of keys, which is made where there is none and is its owner's alone.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public void AddTo(string file)
    {
        IReadOnlyList<AccessKey> keys = [.. File.Exists(file) ? Load(file) : [], this];
        var text = $"[\n  {string.Join(",\n  ", keys.Select(k => k.ToJson()))}\n]\n";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(file, options);
        writer.Write(text);
    }

    /// <summary>The key as the file holds it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Whether this is the key; takes as long whatever differs.</summary>
    internal bool Is(string secret) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(secret)), Encoding.ASCII.GetBytes(Sha256.ToLowerInvariant()));

    /// <summary>Without the hash, so that no log shows it.</summary>
    public override string ToString() => $"{Name} ({Role})";

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
