namespace Isnad.Web.Hosting;

/// <summary>What was looked for, or that there is no such thing.</summary>
internal sealed record Found<T>(T? Value)
    where T : class;

/// <summary>Makes them.</summary>
internal static class Found
{
    public static Found<T> Of<T>(T? value)
        where T : class => new(value);
}
