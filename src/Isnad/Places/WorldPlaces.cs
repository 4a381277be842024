using System.Text;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Text;

namespace Isnad.Places;

/// <summary>A place of the compiled gazetteer.</summary>
/// <param name="Id">«geonames#170654», «cldr#GL».</param>
/// <param name="Population">0 where unknown.</param>
internal sealed record WorldPlace(string Id, string Name, string Country, string Kind, GeoPoint? Point, int Population);

/// <summary>A name of the gazetteer found in the text, with every place that bears it.</summary>
internal readonly record struct WorldMatch(IReadOnlyList<WorldPlace> Places, int EndToken, TextSpan Span, Proclitics Proclitics);

/// <summary>
/// The gazetteer compiled from GeoNames and CLDR: some 16,000 places with an Arabic name, by the first word of the name.
/// A name is no proof: whoever asks must see by its surroundings that a place is meant.
/// </summary>
internal sealed class WorldPlaces
{
    private const string Magic = "ISNADGZ1";
    private static readonly string[] Kinds = ["city", "district", "country"];
    private readonly Dictionary<string, List<(string[] Words, WorldPlace Place)>> byFirstWord = new(StringComparer.Ordinal);

    public WorldPlaces(byte[]? pack)
    {
        if (pack is not null)
        {
            Read(pack);
        }
    }

    /// <summary>How many places there are.</summary>
    public int Count { get; private set; }

    /// <summary>The folded words that names begin with.</summary>
    public IEnumerable<string> FirstWords => byFirstWord.Keys;

    public static WorldPlaces Of(KnowledgeBase knowledge) => knowledge.Table(static _ => new WorldPlaces(KnowledgeBase.Gazetteer()));

    /// <summary>The longest name that begins at a token, or null.</summary>
    public WorldMatch? At(IReadOnlyList<Token> tokens, int start)
    {
        WorldMatch? best = null;
        foreach (var cut in tokens[start].Shape.Segmentations)
        {
            if (cut.Enclitic.Length > 0 || cut.Has(Proclitics.Future) || !byFirstWord.TryGetValue(cut.Key, out var names))
            {
                continue;
            }

            var length = names.Max(n => Fits(n.Words, tokens, start) ? n.Words.Length : -1);
            if (length >= 0 && start + 1 + length > (best?.EndToken ?? 0))
            {
                var end = start + 1 + length;
                best = new([.. names.Where(n => n.Words.Length == length && Fits(n.Words, tokens, start)).Select(n => n.Place).Distinct()], end,
                    TextSpan.FromBounds(tokens[start].OffsetOf(cut.Offset), tokens[end - 1].Span.End), cut.Proclitics);
            }
        }

        return best;
    }

    private static bool Fits(string[] rest, IReadOnlyList<Token> tokens, int start)
    {
        if (start + rest.Length >= tokens.Count)
        {
            return false;
        }

        for (var word = 0; word < rest.Length; word++)
        {
            var token = tokens[start + 1 + word];
            if (token.Folded != rest[word] || token.Sentence != tokens[start].Sentence)
            {
                return false;
            }
        }

        return true;
    }

    private void Read(byte[] pack)
    {
        using var reader = new BinaryReader(new MemoryStream(pack, writable: false), Encoding.UTF8);
        if (pack.Length < Magic.Length || Encoding.ASCII.GetString(reader.ReadBytes(Magic.Length)) != Magic)
        {
            throw new InvalidDataException("the assembly carries a gazetteer.pack of another version; rebuild it");
        }

        var countries = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < countries.Length; i++)
        {
            countries[i] = reader.ReadString();
        }

        Count = reader.Read7BitEncodedInt();
        for (var i = 0; i < Count; i++)
        {
            var (id, kind, country) = (reader.ReadString(), Kinds[reader.ReadByte()], countries[reader.Read7BitEncodedInt()]);
            var (latitude, longitude) = (reader.ReadSingle(), reader.ReadSingle());
            var population = reader.Read7BitEncodedInt();
            WorldPlace? place = null;
            for (var names = reader.Read7BitEncodedInt(); names > 0; names--)
            {
                var name = reader.ReadString();
                place ??= new(id, name, country, kind, float.IsNaN(latitude) ? null : new(Math.Round(latitude, 4), Math.Round(longitude, 4)), population);
                Add(name, place);
            }
        }
    }

    private void Add(string name, WorldPlace place)
    {
        var words = ArabicFolding.Fold(name).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (!byFirstWord.TryGetValue(words[0], out var names))
        {
            byFirstWord.Add(words[0], names = new(1));
        }

        names.Add((words.Length == 1 ? [] : words[1..], place));
    }
}
