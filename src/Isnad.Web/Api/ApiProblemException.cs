namespace Isnad.Web.Api;

/// <summary>A request that cannot be answered, and why; <see cref="ApiProblems"/> writes it as RFC 9457 has it.</summary>
internal sealed class ApiProblemException(int status, string code, string detail) : Exception(detail)
{
    public int Status => status;

    /// <summary>A code of docs/diagnostics.md.</summary>
    public string Code => code;

    /// <summary>What else the problem says, such as where in a query the mistake is.</summary>
    public Dictionary<string, object?> Members { get; init; } = [];
}
