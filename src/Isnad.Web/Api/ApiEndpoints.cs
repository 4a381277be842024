using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Isnad.Web.Api;

/// <summary>The interface for programs, and its description.</summary>
internal static class ApiEndpoints
{
    private const string Document = "v1";
    private const string Reference = "/docs/api";

    public static void Add(IServiceCollection services, int requestsPerMinute)
    {
        services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
        ApiLimits.Add(services, requestsPerMinute);
        services.AddOpenApi(Document, options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new() { Title = "Isnad", Version = Document, Description = "Events that were read out of Arabic news, and who says so. Everything is machine-coded." };
                // The address that it is asked at is the reader's own.
                document.Servers = [];
                return Task.CompletedTask;
            });
            options.AddOperationTransformer(AddProblems);
        });
    }

    public static void Configure(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
    }

    public static void Map(WebApplication app, Library library)
    {
        var api = app.MapGroup("/api").WithTags("Isnad").RequireRateLimiting(ApiLimits.Asking);
        EventApi.Map(api, library);
        ArchiveApi.Map(api, library);
        SumApi.Map(api, library);
        ReadApi.Map(api, library.Engine);
        LiveApi.Map(api, library, app.Services.GetRequiredService<TimeProvider>());
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference(Reference, Describe);
    }

    // Scalar comes out of its assembly, so the page asks no other server. It makes style sheets by script, which the policy must allow
    // here; a script needs the mark of this very answer.
    private static void Describe(ScalarOptions options, HttpContext context)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        // Nor does it offer what only works with its makers' servers.
        options.WithTitle("Isnad").WithNonce(nonce).DisableDefaultFonts().DisableAgent().HideDeveloperTools().HideClientButton().WithOpenApiRoutePattern("/openapi/{documentName}.json");
        options.Telemetry = false;
    }

    private static Task AddProblems(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.Responses ??= [];
        foreach (var (status, meaning) in new[] { ("400", "A parameter is wrong; «code» and «detail» say how"), ("429", "Too many requests; Retry-After says how long to wait"), ("503", "The archive cannot be read now") })
        {
            operation.Responses.TryAdd(status, new OpenApiResponse { Description = $"{meaning} (application/problem+json, RFC 9457)" });
        }

        if (context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true)
        {
            operation.Responses.TryAdd("404", new OpenApiResponse { Description = "The archive has nothing with this key" });
        }

        return Task.CompletedTask;
    }
}
