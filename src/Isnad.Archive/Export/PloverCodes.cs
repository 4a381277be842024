namespace Isnad.Archive.Export;

/// <summary>
/// The types and modes of PLOVER with their class and scale, and the CAMEO code that each becomes. Codes are strings: «014» is
/// not 14. What is not in the table cannot be written.
/// </summary>
internal static class PloverCodes
{
    /// <summary>A type: class (1 words that help, 2 deeds that help, 3 words that hurt, 4 deeds that hurt), scale, CAMEO code, modes.</summary>
    public sealed record EventType(int Quad, double Scale, string Cameo, IReadOnlyDictionary<string, Mode> Modes);

    /// <summary>A mode: its scale, and its CAMEO code where that is finer than the type's.</summary>
    public sealed record Mode(double Scale, string? Cameo = null);

    // PLOVER 2.0 draft prints no sign before the scale of ACCUSE; its modes are negative, and so is it.
    private static readonly Dictionary<string, EventType> Types = new(StringComparer.Ordinal)
    {
        ["AGREE"] = Type(1, 2.5, "030"),
        ["CONSULT"] = Type(1, 2.5, "040", ("visit", new(4, "042")), ("third-party", new(1, "045")), ("multilateral", new(4)), ("phone", new(1.5, "041"))),
        ["SUPPORT"] = Type(1, 5, "050"),
        ["CONCEDE"] = Type(1, 4.5, "080"),
        ["COOPERATE"] = Type(2, 9.5, "060"),
        ["AID"] = Type(2, 10, "070"),
        ["RETREAT"] = Type(2, 6.5, "087", ("withdraw", new(8, "0874")), ("release", new(6.5, "0841")), ("disarm", new(10, "0873")), ("ceasefire", new(7.5, "0871")), ("access", new(6.5, "086")), ("resign", new(4.5))),
        ["REQUEST"] = Type(3, 0, "100", ("assist", new(0.5)), ("change", new(-1)), ("yield", new(-1)), ("meet", new(0))),
        ["ACCUSE"] = Type(3, -3, "112", ("disapprove", new(-2, "111")), ("investigate", new(-3.5, "090")), ("allege", new(-3.5, "112"))),
        ["REJECT"] = Type(3, -2, "120", ("assist", new(-1.5)), ("change", new(-2)), ("yield", new(-2)), ("meet", new(-2))),
        ["THREATEN"] = Type(3, -3.5, "130", ("restrict", new(-3)), ("arrest", new(-3.5)), ("relations", new(-3.5)), ("expel", new(-3.5)), ("territory", new(-4)), ("violence", new(-3.5, "138"))),
        ["PROTEST"] = Type(4, -5, "140", ("demo", new(-5, "141")), ("riot", new(-7, "145")), ("strike", new(-5, "143")), ("hunger", new(-4.5, "142")), ("boycott", new(-4.5)), ("obstruct", new(-4.5, "144")), ("vandalize", new(-5))),
        ["SANCTION"] = Type(4, -6, "160", ("convict", new(-6)), ("expel", new(-5.5, "166")), ("withdraw", new(-6)), ("discontinue", new(-6))),
        ["MOBILIZE"] = Type(4, -5.5, "150", ("troops", new(-6.5, "154")), ("weapons", new(-6.5)), ("police", new(-5.5)), ("militia", new(-6))),
        ["COERCE"] = Type(4, -7, "170", ("seize", new(-7, "171")), ("restrict", new(-7, "172")), ("censor", new(-6.5)), ("curfew", new(-6.5)), ("martial-law", new(-6.5)), ("arrest", new(-7.5, "173")), ("deport", new(-7, "174")), ("withhold", new(-7)), ("misinformation", new(-6.5)), ("cyber", new(-7, "176"))),
        ["ASSAULT"] = Type(4, -9, "180", ("abduct", new(-8.5, "181")), ("beat", new(-7.5)), ("torture", new(-8.5, "1822")), ("sexual", new(-8.5, "1821")), ("targeted", new(-9.5, "186")), ("destroy", new(-8.5)), ("primitive", new(-8)), ("firearms", new(-9, "193")), ("explosives", new(-9, "183")), ("suicide-attack", new(-9.5, "1831")), ("aerial", new(-9.5, "195")), ("drone", new(-9.5, "195")), ("heavy-weapons", new(-9.5, "194")), ("crowd-control", new(-7.5)), ("unconventional", new(-10, "204"))),
    };

    public static IReadOnlyCollection<string> All => Types.Keys;

    /// <summary>The entry of a type.</summary>
    /// <exception cref="InvalidDataException">There is no such type.</exception>
    public static EventType Of(string type) => Types.TryGetValue(type, out var found) ? found : throw new InvalidDataException($"«{type}» is no type of PLOVER");

    /// <summary>The mode, where the type has it; a mode of another type is not written.</summary>
    public static string? ModeOf(string type, string? mode) => mode is not null && Of(type).Modes.ContainsKey(mode) ? mode : null;

    /// <summary>How much it helps or hurts, from -10 to 10.</summary>
    public static double Scale(string type, string? mode) => ModeOf(type, mode) is { } own ? Of(type).Modes[own].Scale : Of(type).Scale;

    /// <summary>The CAMEO code, three or four digits.</summary>
    public static string Cameo(string type, string? mode) => (ModeOf(type, mode) is { } own ? Of(type).Modes[own].Cameo : null) ?? Of(type).Cameo;

    /// <summary>
    /// The type that PLOVER writes for an act in a state of reality: it has no field for the state, so a visit that is announced
    /// is an agreement, a feared attack a threat, a withdrawal that is announced a concession.
    /// </summary>
    public static (string Type, string? Mode) WithStatus(string type, string? mode, string status) => (type, status) switch
    {
        ("CONSULT" or "SUPPORT" or "COOPERATE" or "AID", "scheduled") => ("AGREE", null),
        ("RETREAT", "scheduled") => ("CONCEDE", null),
        ("ASSAULT", "hypothetical") => ("THREATEN", "violence"),
        _ => (type, mode),
    };

    private static EventType Type(int quad, double scale, string cameo, params ReadOnlySpan<(string Name, Mode Mode)> modes)
    {
        var named = new Dictionary<string, Mode>(StringComparer.Ordinal);
        foreach (var (name, mode) in modes)
        {
            named.Add(name, mode);
        }

        return new(quad, scale, cameo, named);
    }
}
