using System.Globalization;
using Isnad.Formats.Html;
using Isnad.Web.Hosting;
using Isnad.Web.Localisation;
using Microsoft.AspNetCore.Components;

namespace Isnad.Web.Layout;

/// <summary>A piece of a page: it knows the request, and through it language, digits and links.</summary>
public abstract class RoomComponent : ComponentBase
{
    [CascadingParameter]
    internal RoomRequest Room { get; set; } = null!;

    private protected Wording T => Room.Words;

    /// <summary>HTML that was made safe where it was made.</summary>
    private protected static MarkupString Raw(string html) => new(html);

    /// <summary>Writing inside a drawing, its middle at a point; Razor keeps the element's name for itself.</summary>
    private protected static MarkupString DrawnText(double x, double y, string text, double? size = null)
    {
        var height = size is { } points ? string.Create(CultureInfo.InvariantCulture, $" font-size=\"{points:0.##}\" stroke-width=\"{points / 5:0.##}\"") : "";
        return new(string.Create(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"middle\"{height}>{HtmlText.Encode(text)}</text>"));
    }
}

/// <summary>The content of a page.</summary>
public abstract class PageBody<TModel> : RoomComponent
    where TModel : class
{
    [Parameter]
    public TModel Model { get; set; } = null!;
}
