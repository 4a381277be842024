using Isnad.Web.Api;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Isnad.Web.Mcp;

/// <summary>The archive for language models: <c>/mcp</c>, the Model Context Protocol over HTTP, without sessions.</summary>
internal static class McpEndpoint
{
    public static void Add(IServiceCollection services) => AddTools(services).WithHttpTransport(transport => transport.Stateless = true);

    /// <summary>The tools, however they are asked for.</summary>
    public static IMcpServerBuilder AddTools(IServiceCollection services) =>
        services.AddMcpServer(server => server.ServerInfo = new() { Name = "isnad", Version = typeof(McpEndpoint).Assembly.GetName().Version!.ToString(3) }).WithTools<ArchiveTools>();

    public static void Map(WebApplication app) => app.MapMcp("/mcp").WithMetadata(new ChangesNothing()).RequireRateLimiting(ApiLimits.Asking);
}
