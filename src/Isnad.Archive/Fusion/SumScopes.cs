namespace Isnad.Archive.Fusion;

/// <summary>
/// For which questions sums are kept, and how finely. A scope is written as in the query language (<c>type:ASSAULT</c>,
/// <c>actor:RUS</c>); the empty one is everything.
/// </summary>
internal static class SumScopes
{
    public const string Everything = "";

    /// <summary>Periods from the coarsest to the finest: all time, a year, a month, a day.</summary>
    public const int AllTime = 1, Years = 2, Months = 3, Days = 4;

    /// <summary>The facet whose values are the row numbers of places.</summary>
    public const string Spot = "spot";

    /// <summary>The facet whose values are pairs, <c>RUS MIL</c> and <c>SYR CVL</c>; kept by type only.</summary>
    public const string Dyad = "dyad";

    /// <summary>Stands between the two sides of a pair: less than all that stands in one, so that pairs are in the order of their sides.</summary>
    public const char Between = '\t';

    /// <summary>How fine the periods are for which a facet of a scope is kept.</summary>
    public static int Finest(string scope, string facet)
    {
        // Everything, types and countries of places are asked together with days; others seldom, and there are many of them.
        var isMain = scope.Length == 0 || scope.StartsWith("type:", StringComparison.Ordinal) || scope.StartsWith("place:", StringComparison.Ordinal);
        return (isMain, facet == "type") switch
        {
            (true, true) => Days,
            (true, false) or (false, true) => Months,
            _ => AllTime,
        };
    }

    /// <summary>The periods that hold a day, from the coarsest to the finest; only all time where there is none.</summary>
    public static string[] PeriodsOf(string? day) => day is { Length: 10 } ? ["", day[..4], day[..7], day] : [""];

    /// <summary>The scopes that find an event by one report of it.</summary>
    public static IEnumerable<string> Of(string type, ToldReport report)
    {
        yield return Everything;
        yield return $"type:{type}";
        yield return $"status:{report.Status}";
        if (report.Country is { } country)
        {
            yield return $"place:{country}";
        }

        if (report.Outlet is { } outlet)
        {
            yield return $"outlet:{outlet}";
        }

        foreach (var party in report.Parties)
        {
            foreach (var code in new[] { party.Country, party.Sector }.OfType<string>())
            {
                yield return $"party:{code}";
                yield return $"{party.Role}:{code}";
            }
        }
    }

    /// <summary>The values by which one report counts an event in the facets.</summary>
    public static IEnumerable<(string Facet, string Value)> ValuesOf(ToldEvent e, ToldReport report)
    {
        yield return ("type", e.Type);
        yield return ("status", report.Status);
        if (report.Outlet is { } outlet)
        {
            yield return ("outlet", outlet);
        }

        if (report.Country is { } country)
        {
            yield return ("place", country);
        }

        foreach (var party in report.Parties)
        {
            if (party is { Country: not null, Role: "actor" or "target" })
            {
                yield return (party.Role, party.Country);
            }

            if (party.Sector is { } sector)
            {
                yield return ("sector", sector);
            }
        }

        if (e.Day is { Length: 10 } day)
        {
            yield return ("year", day[..4]);
            if (!e.IsOfYear)
            {
                yield return ("month", day[..7]);
            }
        }

        if (e.Place is { } place)
        {
            yield return (Spot, place.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Who did something to whom, according to one report.</summary>
    public static IEnumerable<string> DyadsOf(ToldReport report) =>
        from actor in report.Parties
        where actor.Role == "actor"
        from target in report.Parties
        where target.Role == "target"
        select $"{actor.Side}{Between}{target.Side}";
}
