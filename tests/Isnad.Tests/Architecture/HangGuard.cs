namespace Isnad.Tests.Architecture;

/// <summary>
/// Fails a test whose work does not end. The texts it is used for take seconds where work is linear and hours where it is not, so
/// the limit is far from both: a busy machine does not trip it, and it asserts no speed.
/// </summary>
internal static class HangGuard
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    public static Task<T> Run<T>(Func<T> work) => Task.Run(work).WaitAsync(Limit);
}
