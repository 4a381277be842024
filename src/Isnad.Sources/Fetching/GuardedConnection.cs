using System.Net;
using System.Net.Sockets;

namespace Isnad.Sources.Fetching;

/// <summary>A host has private addresses only, and nobody allowed that.</summary>
internal sealed class PrivateAddressException(string host) : IOException($"{host} has a private address");

/// <summary>
/// Opens connections to public addresses only. The address is checked when the connection is made, after the name was looked
/// up: a name that answers otherwise the second time, or a redirect, cannot lead elsewhere.
/// </summary>
internal static class GuardedConnection
{
    public static SocketsHttpHandler Handler(FetchOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // A proxy would look names up itself, where nobody checks what they lead to.
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = options.Timeout,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, cancellation) => Connect(context.DnsEndPoint, options, cancellation),
    };

    private static async ValueTask<Stream> Connect(DnsEndPoint host, FetchOptions options, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(host.Host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host.Host, cancellation).ConfigureAwait(false);
        var allowed = options.MayBePrivate(host.Host, host.Port) ? addresses : [.. addresses.Where(PublicAddress.Is)];
        if (addresses.Length > 0 && allowed.Length == 0)
        {
            throw new PrivateAddressException(host.Host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
