namespace Isnad.Web.Security;

/// <summary>What the holder of a key may do; each may also do what those before it may.</summary>
public enum AccessRole
{
    /// <summary>Look at everything.</summary>
    Reader,

    /// <summary>Also judge: accept, merge, split, correct.</summary>
    Reviewer,

    /// <summary>Also change how the server works.</summary>
    Admin,
}
