using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>What ACLED calls an event and those who take part in it (codebook of 2023). What it has no category for is not written.</summary>
internal static class AcledCodes
{
    private const string Battles = "Battles";
    private const string Explosions = "Explosions/Remote violence";
    private const string Violence = "Violence against civilians";
    private const string Developments = "Strategic developments";

    /// <summary>Disorder type, event type, sub-event type.</summary>
    public sealed record Category(string Disorder, string Event, string SubEvent);

    /// <summary>The category of an event; null where ACLED has none.</summary>
    public static Category? Of(StoredEvent e) => (e.Type, e.Mode) switch
    {
        ("ASSAULT", "aerial" or "drone") => Political(Explosions, "Air/drone strike"),
        ("ASSAULT", "heavy-weapons") => Political(Explosions, "Shelling/artillery/missile attack"),
        ("ASSAULT", "explosives") => Political(Explosions, "Remote explosive/landmine/IED"),
        ("ASSAULT", "suicide-attack") => Political(Explosions, "Suicide bomb"),
        ("ASSAULT", "unconventional") => Political(Explosions, "Chemical weapon"),
        ("ASSAULT", "abduct") => Political(Violence, "Abduction/forced disappearance"),
        ("ASSAULT", "sexual") => Political(Violence, "Sexual violence"),
        ("ASSAULT", "crowd-control") => new("Demonstrations", "Protests", "Excessive force against protesters"),
        ("ASSAULT", "destroy") => Developing("Looting/property destruction"),
        ("ASSAULT", _) => e.Targets.Any(IsArmed) ? Political(Battles, "Armed clash") : Political(Violence, "Attack"),
        ("PROTEST", "riot" or "vandalize") => new("Demonstrations", "Riots", "Violent demonstration"),
        ("PROTEST", _) => new("Demonstrations", "Protests", "Peaceful protest"),
        ("COERCE", "arrest") => Developing("Arrests"),
        ("COERCE", "seize") => Developing("Non-violent transfer of territory"),
        ("RETREAT", "withdraw") => Developing("Non-violent transfer of territory"),
        ("RETREAT", "ceasefire") => Developing("Agreement"),
        _ => null,
    };

    /// <summary>What kind of actor somebody is, seen from the country of the event.</summary>
    public static string Inter(StoredParty? party, StoredEvent e) => party is null ? "" : (party.Sector, e.Type) switch
    {
        (null or "CVL" or "REF" or "JRN", "PROTEST") when e.Mode is "riot" or "vandalize" => "Rioters",
        (null or "CVL" or "REF" or "JRN", "PROTEST") => "Protesters",
        ("MIL" or "GOV" or "COP" or "SPY" or "JUD" or "LEG", _) => party.Country is not null && e.Place?.Country is { } here && party.Country != here ? "External/Other forces" : "State forces",
        ("REB" or "OPP", _) => "Rebel group",
        ("UAF" or "CRM" or "PTY", _) => "Political militia",
        ("IGO", _) => "External/Other forces",
        (null or "UNK", _) => "",
        _ => "Civilians",
    };

    /// <summary>1: the day is known; 2: it is the week; 3: the month. Null where it is known less finely, which ACLED does not write.</summary>
    public static int? TimePrecision(StoredEvent e) => e.Date?.Length switch
    {
        null => 2,
        10 => 1,
        7 => 3,
        _ => null,
    };

    /// <summary>1: a town; 2: near it, or a part of a region; 3: a region or less.</summary>
    public static int GeoPrecision(StoredPlace place) => place.Kind switch
    {
        "city" or "site" when place.RadiusKm is null => 1,
        "city" or "site" or "district" => 2,
        _ => 3,
    };

    private static bool IsArmed(StoredParty party) => party.Sector is "MIL" or "REB" or "UAF" or "COP" or "SPY";

    private static Category Political(string type, string subType) => new("Political violence", type, subType);

    private static Category Developing(string subType) => new(Developments, Developments, subType);
}
