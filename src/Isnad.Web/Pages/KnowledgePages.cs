using Isnad.Knowledge;
using Isnad.Text;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>What the engine knows: how much of each kind, or the entries in which a word stands.</summary>
/// <param name="Found">How many entries have the word.</param>
/// <param name="Entries">The first of them.</param>
public sealed record KnowledgeModel(string Word, string? Kind, int Found, IReadOnlyList<EntryLine> Entries, IReadOnlyList<KindCount> Kinds);

/// <summary>An entry in a list.</summary>
/// <param name="Names">What it is called, as far as it is called anything.</param>
public sealed record EntryLine(string Id, string Kind, string Headword, IReadOnlyList<string> Names);

/// <summary>How many entries are of a kind, and in which folder of knowledge.</summary>
public sealed record KindCount(string Folder, string Kind, int Entries);

/// <summary>One entry with its fields.</summary>
/// <param name="File">Path below <c>knowledge/</c>.</param>
public sealed record EntryModel(string Id, string Kind, string Headword, string File, int Line, IReadOnlyList<EntryField> Fields, IReadOnlyList<NestedEntry> Nested);

/// <summary>A field with its values.</summary>
public sealed record EntryField(string Name, IReadOnlyList<string> Values);

/// <summary>A record inside an entry, such as an office with its dates.</summary>
public sealed record NestedEntry(string Name, IReadOnlyList<EntryField> Fields);

/// <summary>The knowledge behind the readings, entry by entry: from an event to the line of the file that caused it.</summary>
internal static class KnowledgePages
{
    private const int MostEntries = 200;
    private static readonly string[] NameFields = ["name", "also", "en"];

    public static void Map(IEndpointRouteBuilder routes, KnowledgeBase knowledge)
    {
        // Knowledge stays the same for as long as the server runs.
        var kinds = Kinds(knowledge);
        routes.MapPage("/knowledge", (room, _) => Task.FromResult(Browse(room, knowledge, kinds)));
        routes.MapPage("/knowledge/entry", (room, _) => Task.FromResult(
            knowledge.Records.LastOrDefault(r => r.Id == EntryId(room.Query("id"))) is { } record ? Entry(record) : ErrorModel.Answer(room, 404, null)));
    }

    // «actors/offices#وزارة الدفاع/RUS» is a state's office by the rule of the entry «actors/offices#وزارة الدفاع».
    private static string? EntryId(string? id) =>
        id is not null && id.IndexOf('#', StringComparison.Ordinal) is > 0 and var hash && id.LastIndexOf('/') is var slash && slash > hash ? id[..slash] : id;

    private static PageAnswer Browse(RoomRequest room, KnowledgeBase knowledge, IReadOnlyList<KindCount> kinds)
    {
        var (word, kind) = (room.Query("q") ?? "", room.Query("kind"));
        var folded = ArabicFolding.Fold(word.Trim());
        var found = word.Length == 0 && kind is null
            ? []
            : (kind is null ? knowledge.Records : knowledge.OfKind(kind)).Where(r => folded.Length == 0 || Names(r).Prepend(r.Headword).Append(r.Id).Any(n => ArabicFolding.Fold(n).Contains(folded, StringComparison.Ordinal))).ToList();
        // What begins with the word, or is it, before what only holds it.
        var shown = found.OrderBy(r => ArabicFolding.Fold(r.Headword) == folded ? 0 : ArabicFolding.Fold(r.Headword).StartsWith(folded, StringComparison.Ordinal) ? 1 : 2).Take(MostEntries).Select(Line).ToList();
        var model = new KnowledgeModel(word, kind, found.Count, shown, kinds);
        return new(room.Words["nav.knowledge"], typeof(KnowledgeBody), model, new(["id", "kind", "headword", "names"], shown.Select(e => new object?[] { e.Id, e.Kind, e.Headword, string.Join("; ", e.Names) }))) { Section = "knowledge" };
    }

    private static List<KindCount> Kinds(KnowledgeBase knowledge) =>
    [
        .. knowledge.Records.GroupBy(r => (Folder: r.File.Split('/')[0], r.Kind)).Select(g => new KindCount(g.Key.Folder, g.Key.Kind, g.Count()))
            .OrderBy(k => k.Folder, StringComparer.Ordinal).ThenByDescending(k => k.Entries),
    ];

    private static PageAnswer Entry(KnowledgeRecord r)
    {
        var nested = r.Nested.SelectMany(name => r.Children(name).Select(child => new NestedEntry(name, Fields(child)))).ToList();
        var model = new EntryModel(r.Id, r.Kind, r.Headword, r.File, r.Line, Fields(r), nested);
        var rows = model.Fields.SelectMany(f => f.Values.Select(v => new object?[] { "", f.Name, v })).Concat(nested.SelectMany((n, i) => n.Fields.SelectMany(f => f.Values.Select(v => new object?[] { $"{n.Name}.{i + 1}", f.Name, v }))));
        return new(r.Headword, typeof(EntryBody), model, new(["part", "field", "value"], rows)) { Section = "knowledge" };
    }

    private static List<EntryField> Fields(KnowledgeRecord r) => [.. r.Fields.Select(f => new EntryField(f, r.Values(f)))];

    private static EntryLine Line(KnowledgeRecord r) => new(r.Id, r.Kind, r.Headword, [.. Names(r).Take(4)]);

    private static IEnumerable<string> Names(KnowledgeRecord r) => NameFields.SelectMany(r.Values);
}
