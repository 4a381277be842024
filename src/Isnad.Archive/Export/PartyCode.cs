using Isnad.Archive.Query;
using Isnad.Formats.Export;

namespace Isnad.Archive.Export;

/// <summary>Codes of a party in the formats of political science. A code that does not exist is not written.</summary>
internal static class PartyCode
{
    /// <summary>«RUSMIL»: country, then sector; empty where neither is known.</summary>
    public static string Cameo(StoredParty? party) => party is null ? "" : $"{Country(party.Country)}{(party.Sector is "UNK" or null || party.Sector == party.Country ? "" : Sector(party.Sector))}";

    /// <summary>The name in Latin letters, where it is known.</summary>
    public static string Name(StoredParty? party) => party is null ? "" : party.NameEn ?? party.Name;

    /// <summary>The code of a country, or of what stands for one; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It is no such code.</exception>
    public static string? Country(string? code) =>
        code is null || (code.Length == 3 && code.All(char.IsAsciiLetterUpper)) ? code : throw new InvalidDataException($"«{code}» is no code of a country");

    /// <summary>The code of a sector; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It is no such code.</exception>
    public static string? Sector(string? code) => code is null || Labels.Sectors.ContainsKey(code) ? code : throw new InvalidDataException($"«{code}» is no sector");
}
