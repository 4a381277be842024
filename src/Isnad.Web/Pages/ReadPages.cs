using System.Globalization;
using Isnad.Reading;
using Isnad.Web.Hosting;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>What the page of the paste box shows.</summary>
/// <param name="Text">What was pasted.</param>
/// <param name="Published">Its day, as it was written.</param>
/// <param name="Problem">What is wrong with it, for the reader; null where nothing is.</param>
/// <param name="Reading">What was read; null before anything was.</param>
public sealed record ReadModel(string Text, string Outlet, string Published, string? Problem, NewsReading? Reading);

/// <summary>Reads an article that somebody pastes, on the spot; it is kept nowhere.</summary>
internal static class ReadPages
{
    private const int LongestText = 2_000_000;
    private const int LongestName = 200;

    public static void Map(IEndpointRouteBuilder routes, NewsEngine engine)
    {
        routes.MapPage("/read", (room, _) => Task.FromResult(Answer(room, new(room.Query("example") is null ? "" : room.Words["read.example"], "", room.Query("example") is null ? "" : "2024-03-13", null, null))));
        routes.MapPost("/read", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var room = RoomRequest.Of(context);
            var pasted = new ReadModel(form["text"].ToString().ReplaceLineEndings("\n"), form["outlet"].ToString(), form["published"].ToString().Trim(), null, null);
            return PageEndpoints.Write(room, context, Answer(room, Read(room, engine, pasted, context.RequestAborted)));
        }).WithMetadata(new ChangesNothing()).ExcludeFromDescription();
    }

    private static ReadModel Read(RoomRequest room, NewsEngine engine, ReadModel pasted, CancellationToken cancellation)
    {
        if (Problem(pasted, out var day) is { } problem)
        {
            return pasted with { Problem = room.Words[problem] };
        }

        var article = new Article("pasted", pasted.Text) { Outlet = pasted.Outlet.Length > 0 ? pasted.Outlet : null, Published = day };
        return pasted with { Reading = engine.Read(article, cancellation) };
    }

    private static string? Problem(ReadModel pasted, out DateOnly? day)
    {
        var isDay = DateOnly.TryParseExact(Text.ArabicFolding.Fold(pasted.Published), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given);
        day = isDay ? given : null;
        return pasted.Text.Length > LongestText ? "read.too-long"
            : string.IsNullOrWhiteSpace(pasted.Text) ? "read.empty"
            : pasted.Published.Length > 0 && !isDay ? "read.no-date"
            : pasted.Outlet.Length > LongestName ? "read.long-outlet"
            : null;
    }

    private static PageAnswer Answer(RoomRequest room, ReadModel model) =>
        new(room.Words["read.title"], typeof(ReadBody), model, Table(model)) { Section = "read", HasTwins = model.Reading is null, Status = model.Problem is null ? 200 : 400 };

    private static PageTable Table(ReadModel model)
    {
        var entities = model.Reading?.Entities.ToDictionary(e => e.Id, e => e.Name, StringComparer.Ordinal) ?? [];
        string Names(IReadOnlyList<string> ids) => string.Join("; ", ids.Select(id => entities.GetValueOrDefault(id, id)));
        return new(
            ["event", "type", "mode", "status", "date", "place", "country", "actors", "targets", "word", "start"],
            model.Reading?.Events.Select(e => new object?[] { e.Id, e.Type, e.Mode, e.Status, e.Date, e.Place, e.PlaceCountry, Names(e.Actors), Names(e.Recipients), e.Mentions[0].Text, e.Mentions[0].Start }) ?? []);
    }
}
