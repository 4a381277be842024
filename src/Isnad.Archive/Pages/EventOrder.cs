namespace Isnad.Archive.Pages;

/// <summary>In which order events come.</summary>
public enum EventOrder
{
    /// <summary>The latest first, those without a day last.</summary>
    Latest,

    /// <summary>The earliest first, those without a day first.</summary>
    Earliest,

    /// <summary>Those that most found out for themselves first, then the latest.</summary>
    MostOrigins,
}
