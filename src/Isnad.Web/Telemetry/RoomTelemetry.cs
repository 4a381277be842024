using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Isnad.Web.Telemetry;

/// <summary>
/// Traces and measurements of requests (OpenTelemetry), sent to the collector that the standard variables name. Where they name none
/// nothing is recorded and nothing is sent. Values of queries are left out of traces: who looks for what is nobody's business.
/// </summary>
internal static class RoomTelemetry
{
    private const string Name = "isnad";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string TraceEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string MetricEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    public static void Add(IServiceCollection services, IConfiguration variables)
    {
        bool IsSet(string variable) => variables[variable] is { Length: > 0 };
        var (traces, metrics) = (IsSet(Endpoint) || IsSet(TraceEndpoint), IsSet(Endpoint) || IsSet(MetricEndpoint));
        if (!traces && !metrics)
        {
            return;
        }

        var telemetry = services.AddOpenTelemetry();
        if (!IsSet("OTEL_SERVICE_NAME"))
        {
            telemetry.ConfigureResource(resource => resource.AddService(Name, serviceVersion: typeof(RoomTelemetry).Assembly.GetName().Version!.ToString(3)));
        }

        if (traces)
        {
            // Whoever watches the server asks every few seconds how it is.
            telemetry.WithTracing(t => t.AddAspNetCoreInstrumentation(o => o.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)).AddOtlpExporter());
        }

        if (metrics)
        {
            telemetry.WithMetrics(m => m.AddAspNetCoreInstrumentation().AddMeter("Microsoft.AspNetCore.Server.Kestrel").AddOtlpExporter());
        }
    }
}
