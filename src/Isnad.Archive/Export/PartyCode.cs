using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>Codes of a party in the formats of political science.</summary>
internal static class PartyCode
{
    /// <summary>«RUSMIL»: country, then sector; empty where neither is known.</summary>
    public static string Cameo(StoredParty? party) => party is null ? "" : $"{party.Country}{(party.Sector is "UNK" or null || party.Sector == party.Country ? "" : party.Sector)}";

    /// <summary>The name in Latin letters, where it is known.</summary>
    public static string Name(StoredParty? party) => party is null ? "" : party.NameEn ?? party.Name;
}
