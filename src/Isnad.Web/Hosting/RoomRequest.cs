using System.Globalization;
using Isnad.Formats.Export;
using Isnad.Formats.Html;
using Isnad.Web.Localisation;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Isnad.Web.Hosting;

/// <summary>The format that a page is asked for in: the page itself, or one of its twins.</summary>
internal enum PageFormat
{
    Html,
    Json,
    Csv,
}

/// <summary>
/// A request as the pages see it: the path without language and twin, and everything that a page needs to write links, numbers,
/// dates and names.
/// </summary>
internal sealed class RoomRequest(UiLanguage language, PageFormat format, string path, IQueryCollection query, Preferences preferences, CountryNames countries)
{
    public UiLanguage Language => language;

    public PageFormat Format => format;

    /// <summary>Without the prefix of the language and the ending of the twin.</summary>
    public string Path => path;

    public Preferences Preferences => preferences;

    public Wording Words { get; } = Wording.Of(language);

    /// <summary>Who asks; nobody known until <see cref="AccessGuard"/> has looked.</summary>
    public Visitor Visitor { get; set; } = new(null, null, false);

    /// <summary>What a form that changes something must carry; null on pages without one.</summary>
    public string? FormToken { get; set; }

    /// <summary>The request that <see cref="RoomMiddleware"/> made of a context.</summary>
    public static RoomRequest Of(HttpContext context) => (RoomRequest)context.Items[typeof(RoomRequest)]!;

    /// <summary>A value of the query, or null where it is missing or empty.</summary>
    public string? Query(string name) => query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>The address of a page in this language; values that are null are left out.</summary>
    public string Url(string to, params (string Name, string? Value)[] values) => Address(language, to, values);

    /// <summary>How marked articles speak on this page.</summary>
    /// <param name="hasActors">There is an archive behind it in which actors have pages.</param>
    public PageVoice Voice(bool hasActors) => new(language == UiLanguage.English)
    {
        EntryPage = id => Url("/knowledge/entry", ("id", id)),
        ActorPage = hasActors ? id => Url("/actor", ("who", id)) : null,
    };

    /// <summary>This very page with some values of its query changed.</summary>
    public string Here(params (string Name, string? Value)[] changes) => Address(language, path, Changed(changes));

    /// <summary>An address that a form says to go back to, if it is one of ours: «//host» and «/\host» would lead elsewhere.</summary>
    public string Back(string? address, string otherwise) => address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : Url(otherwise);

    /// <summary>This page in the other language.</summary>
    public string Translated() => Address(language.Other, path, Changed([]));

    /// <summary>This page as JSON or CSV.</summary>
    public string Twin(string ending) => Address(language, $"{(path == "/" ? "/index" : path)}.{ending}", Changed([]));

    public string Number(long number) => Written(number.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>Text of ours in which digits stand.</summary>
    public string Written(string text) => preferences.ArabicDigits ? Digits.Arabic(text) : text;

    public string Date(string? iso) => iso is null ? Words["date.none"] : Written(DateWords.Of(Words, iso));

    /// <summary>With one name of the month where it has two: «آذار 2024».</summary>
    public string ShortDate(string iso) => Written(DateWords.Of(Words, iso, isShort: true));

    public string? Hijri(string? iso) => DateWords.Hijri(Words, iso) is { } day ? Written(day) : null;

    /// <summary>What a code means.</summary>
    public string Label(IReadOnlyDictionary<string, Label> labels, string code) => language == UiLanguage.English ? labels.English(code) : labels.Arabic(code);

    public string Type(string code) => Label(Labels.EventTypes, code);

    public string Status(string code) => Label(Labels.Statuses, code);

    /// <summary>The name of a country in this language, or the code where it has none.</summary>
    public string Country(string code) => Words.Has($"country.{code}") ? Words[$"country.{code}"] : countries.Of(code, language);

    /// <summary>The name of what a code of a country or sector, or both of them, stands for: «TUR MIL».</summary>
    public string Code(string code) => string.Join(' ', code.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(c => Labels.Sectors.ContainsKey(c) ? Label(Labels.Sectors, c) : Country(c)));

    private List<(string Name, string? Value)> Changed((string Name, string? Value)[] changes) =>
    [
        .. query.Where(q => q.Key != "lang" && !changes.Any(c => c.Name == q.Key)).SelectMany(q => q.Value.Select(v => (q.Key, v))),
        .. changes,
    ];

    private static string Address(UiLanguage language, string to, IEnumerable<(string Name, string? Value)> values) =>
        QueryHelpers.AddQueryString($"{language.Prefix}{(to == "/" && language.Prefix.Length > 0 ? "" : to)}", values.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => KeyValuePair.Create(v.Name, v.Value)));
}
