using System.Runtime.InteropServices;

namespace Isnad.Language.Parsing;

/// <summary>
/// What raw news says of the parts that words play: how often a verb has an object, and whether a noun is rather who does or
/// what is done. «القوات» acts, «قراراً» is taken; without vowel signs and case endings little else tells them apart. Immutable.
/// </summary>
internal sealed class WordRoles
{
    private readonly Dictionary<uint, byte> roles;

    private WordRoles(Dictionary<uint, byte> roles) => this.roles = roles;

    public int Count => roles.Count;

    public static WordRoles Empty { get; } = new([]);

    /// <summary>Role classes of a form by its hash: the low four bits for it as a verb, the high four as a noun; 0 is unknown.</summary>
    public byte this[uint form] => roles.GetValueOrDefault(form);

    public static WordRoles Of(IEnumerable<KeyValuePair<uint, byte>> roles) => new(new(roles));

    /// <exception cref="EndOfStreamException">The stream holds no such table.</exception>
    public static WordRoles Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        var count = reader.ReadInt32();
        var forms = MemoryMarshal.Cast<byte, uint>(reader.ReadBytes(count * sizeof(uint)));
        var roles = new Dictionary<uint, byte>(count);
        for (var i = 0; i < count; i++)
        {
            roles[forms[i]] = reader.ReadByte();
        }

        return new(roles);
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        var sorted = roles.OrderBy(r => r.Key).ToList();
        writer.Write(sorted.Count);
        sorted.ForEach(r => writer.Write(r.Key));
        sorted.ForEach(r => writer.Write(r.Value));
    }
}
