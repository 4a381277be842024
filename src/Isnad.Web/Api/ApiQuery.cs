using System.Globalization;
using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Microsoft.AspNetCore.Http;

namespace Isnad.Web.Api;

/// <summary>Reads the parameters of requests, and says what is wrong with them.</summary>
internal static class ApiQuery
{
    /// <summary>The longest query that is looked at; a person's has a few dozen characters.</summary>
    public const int LongestQuery = 2000;

    /// <exception cref="ApiProblemException">It cannot be understood.</exception>
    public static EventQuery Parse(string? q)
    {
        var text = q ?? "";
        if (text.Length > LongestQuery)
        {
            throw new ApiProblemException(StatusCodes.Status400BadRequest, "KH4001", $"a query has at most {LongestQuery} characters");
        }

        return EventQuery.TryParse(text, out var query, out var error) ? query : throw new ApiProblemException(StatusCodes.Status400BadRequest, "KH4001", error.In(text))
        {
            Members = { ["start"] = error.Start, ["length"] = error.Length, ["suggestion"] = error.Suggestion },
        };
    }

    /// <summary>A number within limits, or what stands for it where it is not given.</summary>
    public static int Within(string name, int? given, int usual, int most) =>
        given is null ? usual
        : given is >= 1 && given <= most ? given.Value
        : throw new ApiProblemException(StatusCodes.Status400BadRequest, "KH4003", string.Create(CultureInfo.InvariantCulture, $"{name} is a number from 1 to {most}"));

    public static EventOrder Order(string? order) => order switch
    {
        null or "latest" => EventOrder.Latest,
        "earliest" => EventOrder.Earliest,
        "origins" => EventOrder.MostOrigins,
        _ => throw new ApiProblemException(StatusCodes.Status400BadRequest, "KH4003", "order is latest, earliest or origins"),
    };

    public static TimelineStep Step(string? step) => step switch
    {
        null or "month" => TimelineStep.Month,
        "day" => TimelineStep.Day,
        "week" => TimelineStep.Week,
        "year" => TimelineStep.Year,
        _ => throw new ApiProblemException(StatusCodes.Status400BadRequest, "KH4003", "step is day, week, month or year"),
    };

    /// <summary>A name that must be given.</summary>
    public static string Name(string parameter, string? value) =>
        !string.IsNullOrWhiteSpace(value) && value.Length <= LongestQuery ? value
        : throw new ApiProblemException(StatusCodes.Status400BadRequest, "KH4003", $"{parameter} is missing or too long");

    /// <summary>What was asked for, which must be there.</summary>
    public static T Found<T>(T? found, string what)
        where T : class => found ?? throw new ApiProblemException(StatusCodes.Status404NotFound, "KH4004", $"the archive has no such {what}");

    /// <summary>Asks for a page that begins at a cursor.</summary>
    public static T Page<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (ArgumentException)
        {
            throw new ApiProblemException(StatusCodes.Status400BadRequest, "KH4002", "after is the «next» of the page before, as it came");
        }
    }
}
