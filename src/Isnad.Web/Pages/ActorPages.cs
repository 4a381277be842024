using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Knowledge;
using Isnad.Web.Charts;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>What the page of an actor shows.</summary>
/// <param name="Name">The commonest name, or the one that knowledge has.</param>
/// <param name="Entry">The entry of the knowledge; null for a name that it does not list.</param>
/// <param name="Offices">The offices held, with their dates, as the entry has them.</param>
public sealed record ActorModel(string Who, string Name, string? Entry, IReadOnlyList<Office> Offices, ActorProfile Profile, ShownTimeline Timeline, IReadOnlyList<Dyad> Dyads);

/// <summary>An office and when it was held.</summary>
public sealed record Office(string Role, string? Country, string? Sector, string? From, string? To);

/// <summary>The page of an actor: who this is, what it does, what is done to it, and how outlets speak of it.</summary>
internal static class ActorPages
{
    private const int MostDyads = 40;

    public static void Map(IEndpointRouteBuilder routes, Library library) => routes.MapPage("/actor", async (room, context) =>
    {
        var who = room.Query("who") ?? "";
        var found = await library.Sum($"actor {who}", shelf => Found.Of(Ask(shelf.Pages, library.Engine.Knowledge, who)), context.RequestAborted);
        return found.Value is not { } model ? ErrorModel.Answer(room, 404, null) : new(model.Name, typeof(ActorBody), model, Table(model)) { Section = "events" };
    });

    private static ActorModel? Ask(ArchivePages pages, KnowledgeBase knowledge, string who)
    {
        if (who.Length == 0 || pages.Actor(who) is not { } profile || !EventQuery.TryParse(profile.Query, out var query, out _))
        {
            return null;
        }

        var entry = profile.Names.Select(n => n.Party.Known).FirstOrDefault(k => k == who) ?? profile.Names.Select(n => n.Party.Known).FirstOrDefault(k => k is not null);
        var record = entry is null ? null : knowledge.Records.LastOrDefault(r => r.Id == entry);
        var offices = record?.Children("roles").Select(r => new Office(r.Headword, r["country"] ?? record["country"], r["sector"], r["from"], r["to"])) ?? [];
        return new(who, profile.Names.Count > 0 ? profile.Names[0].Party.Name : record?["name"] ?? who, entry, [.. offices.OrderByDescending(o => o.From, StringComparer.Ordinal)], profile, Timelines.Of(pages, query), pages.Dyads(query, MostDyads));
    }

    private static PageTable Table(ActorModel model) => new(
        ["role", "type", "name", "country", "sector", "known", "events"],
        model.Profile.ActsOn.Select(p => Row("acts on", p)).Concat(model.Profile.ActedOnBy.Select(p => Row("acted on by", p))));

    private static object?[] Row(string role, Partner partner) =>
        [role, partner.Type, partner.Party.Name, partner.Party.Country, partner.Party.Sector, partner.Party.Known, partner.Events];
}
