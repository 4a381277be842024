namespace Isnad.Archive.Fusion;

/// <summary>How far apart in time two mentions of one event may be.</summary>
internal static class FusionWindow
{
    /// <summary>Days.</summary>
    public const int Days = 2;
}
