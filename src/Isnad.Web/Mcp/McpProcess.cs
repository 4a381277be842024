using Isnad.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Isnad.Web.Mcp;

/// <summary>The archive for a language model that starts the tool itself: the Model Context Protocol over standard input and output.</summary>
public static class McpProcess
{
    /// <summary>Answers until the input ends.</summary>
    /// <param name="archive">The archive to ask; null for the invented articles that the tool carries.</param>
    /// <exception cref="Isnad.Archive.ArchiveException">The archive cannot be opened.</exception>
    public static async Task Run(string? archive, NewsEngine engine, CancellationToken cancellation = default)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        // The output belongs to the protocol.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        Library.Add(builder.Services, archive, engine, Timeout.InfiniteTimeSpan);
        McpEndpoint.AddTools(builder.Services).WithStdioServerTransport();
        using var host = builder.Build();
        host.Services.GetRequiredService<Library>().Check();
        await host.RunAsync(cancellation);
    }
}
