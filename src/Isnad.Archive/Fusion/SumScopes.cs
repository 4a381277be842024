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

    /// <summary>The facet whose values are pairs and what was done, <c>RUS MIL</c>, <c>SYR CVL</c> and <c>ASSAULT</c>.</summary>
    public const string Dyad = "dyad";

    /// <summary>Facets of places: the rows of the places that reports name, and roles with the rows of those who take part.</summary>
    public const string Site = "site", Part = "part";

    /// <summary>Facets of who acts and who undergoes: types with the rows of the other side.</summary>
    public const string Recipient = "recipient", Doer = "doer";

    /// <summary>The facet of a party whose values are its own rows: what it is called.</summary>
    public const string Name = "name";

    /// <summary>The facet of outlets: whether nobody else tells of it (<c>alone</c>), or others only later (<c>first</c>).</summary>
    public const string Telling = "telling";

    /// <summary>Stands between the parts of a value: less than all that stands in one, so that values are in the order of their parts.</summary>
    public const char Between = '\t';

    /// <summary>Opens the scope of a word of places' names, or of a whole name.</summary>
    public const string PlaceNamed = "place=";

    /// <summary>The article, which stands before a word or does not.</summary>
    public const string Article = "ال";

    /// <summary>How fine the periods are for which a facet of a scope is kept; 0 where it is not kept at all.</summary>
    public static int Finest(string scope, string facet)
    {
        var isType = scope.StartsWith("type:", StringComparison.Ordinal);
        // Everything, types and countries of places are asked together with days; others seldom, and there are many of them.
        var isMain = scope.Length == 0 || isType || scope.StartsWith("place:", StringComparison.Ordinal);
        return facet switch
        {
            "type" => isMain ? Days : Months,
            // Nearly every event has its own, so they are kept where pages show them; everything is all types.
            Dyad => isType ? Months : scope.StartsWith("place:", StringComparison.Ordinal) || scope.StartsWith("party:", StringComparison.Ordinal) || IsCode(scope) ? AllTime : 0,
            Site or Part => scope.StartsWith("place", StringComparison.Ordinal) ? AllTime : 0,
            Recipient => scope.StartsWith("actor:", StringComparison.Ordinal) ? AllTime : 0,
            Doer => scope.StartsWith("target:", StringComparison.Ordinal) ? AllTime : 0,
            Telling => scope.StartsWith("outlet:", StringComparison.Ordinal) ? AllTime : 0,
            _ => isMain ? Months : AllTime,
        };
    }

    /// <summary>The periods that hold a day, from the coarsest to the finest; only all time where there is none.</summary>
    public static string[] PeriodsOf(string? day) => day is { Length: 10 } ? ["", day[..4], day[..7], day] : [""];

    /// <summary>The next coarser period: the month of a day, the year of a month, all time.</summary>
    public static string Coarser(string period) => period.Length > 4 ? period[..^3] : "";

    /// <summary>The scopes that find an event by one report of it.</summary>
    public static IEnumerable<string> Of(string type, ToldReport report)
    {
        yield return Everything;
        yield return $"type:{type}";
        yield return $"status:{report.Status}";
        if (report.Place is { } place)
        {
            if (place.Country is { } country)
            {
                yield return $"place:{country}";
            }

            foreach (var name in NamesOf(place.Folded))
            {
                yield return PlaceNamed + name;
            }
        }

        if (report.Outlet is { } outlet)
        {
            yield return $"outlet:{outlet}";
        }

        foreach (var party in report.Parties)
        {
            foreach (var code in party.Codes)
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

        if (report.Place is { } told)
        {
            yield return (Site, Row(told.Id));
            if (told.Country is { } country)
            {
                yield return ("place", country);
            }
        }

        foreach (var party in report.Parties)
        {
            yield return (Part, $"{party.Role}{Between}{Row(party.Id)}");
            yield return (party.Role == "actor" ? Doer : Recipient, $"{e.Type}{Between}{Row(party.Id)}");
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
            yield return (Spot, Row(place));
        }

        if (e.Outlets == 1 || report.IsFirst)
        {
            yield return (Telling, e.Outlets == 1 ? "alone" : "first");
        }
    }

    /// <summary>Who did what to whom, according to one report.</summary>
    public static IEnumerable<string> DyadsOf(string type, ToldReport report) =>
        from actor in report.Parties
        where actor.Role == "actor"
        from target in report.Parties
        where target.Role == "target"
        select $"{actor.Side}{Between}{target.Side}{Between}{type}";

    /// <summary>The words by which a place's name is found, and the whole of it: with and without the article, as queries ask for them.</summary>
    public static IEnumerable<string> NamesOf(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (words.Length > 1 ? words.Append(folded) : words).SelectMany(word => new[] { Bare(word) == word ? word : null, word.StartsWith(Article, StringComparison.Ordinal) ? word[2..] : null }).OfType<string>().Where(word => word.Length > 0).Distinct();
    }

    /// <summary>A name as queries look for it: without its article.</summary>
    public static string Bare(string folded) => folded.StartsWith(Article, StringComparison.Ordinal) && folded.Length > 4 ? folded[2..] : folded;

    // «actor:RUS» and no name.
    private static bool IsCode(string scope) => scope.Length > 4 && scope[^4] == ':' && char.IsAsciiLetterUpper(scope[^1]) && (scope.StartsWith("actor:", StringComparison.Ordinal) || scope.StartsWith("target:", StringComparison.Ordinal));

    /// <summary>A row number as a value.</summary>
    public static string Row(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
