namespace Isnad.Archive.Query;

/// <summary>What the values of a field may be.</summary>
internal enum QueryValue
{
    /// <summary>One of a closed list of codes; each may have an Arabic name.</summary>
    Code,

    /// <summary>A name, or a country or sector code in capitals.</summary>
    Name,

    /// <summary>A date of any precision: 2019, 2019-04, 2019-04-08.</summary>
    Date,

    /// <summary>A whole number with &gt;, &lt;, &gt;=, &lt;= or nothing before it.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Truth,
}

/// <summary>A field of the query language.</summary>
/// <param name="Name">As results and documents write it.</param>
/// <param name="Aliases">Other names, Arabic ones among them, folded.</param>
/// <param name="Value">What its values may be.</param>
/// <param name="Meaning">What it asks for, in English.</param>
/// <param name="Codes">Codes that are allowed, with their Arabic names.</param>
internal sealed record QueryField(string Name, IReadOnlyList<string> Aliases, QueryValue Value, string Meaning, IReadOnlyDictionary<string, string>? Codes = null);
