namespace Isnad.Web.Hosting;

/// <summary>What a page has to say: one model, written as HTML, as JSON and as a table.</summary>
/// <param name="Title">For the browser's tab.</param>
/// <param name="Body">The component that shows the model.</param>
/// <param name="Model">What it shows; its JSON twin is this very record.</param>
/// <param name="Table">Its rows for the CSV twin.</param>
internal sealed record PageAnswer(string Title, Type Body, object Model, PageTable Table)
{
    public int Status { get; init; } = 200;

    /// <summary>False for what an address alone does not give again, such as a pasted text.</summary>
    public bool HasTwins { get; init; } = true;

    /// <summary>Which entry of the navigation it belongs to.</summary>
    public string Section { get; init; } = "";
}

/// <summary>Rows with the names of their columns.</summary>
internal sealed record PageTable(IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows)
{
    public static PageTable Empty { get; } = new([], []);
}
