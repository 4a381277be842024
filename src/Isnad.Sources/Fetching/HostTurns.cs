namespace Isnad.Sources.Fetching;

/// <summary>Keeps a pause between two requests to one host.</summary>
internal sealed class HostTurns(TimeProvider clock)
{
    private readonly Dictionary<string, DateTimeOffset> free = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until it is the host's turn.</summary>
    public async Task Wait(Uri address, TimeSpan pause, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (free.TryGetValue(address.Authority, out var turn) && turn > now)
        {
            await Task.Delay(turn - now, clock, cancellation).ConfigureAwait(false);
        }

        free[address.Authority] = clock.GetUtcNow() + pause;
    }
}
