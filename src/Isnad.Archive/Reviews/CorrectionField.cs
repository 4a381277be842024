using System.Globalization;
using Isnad.Archive.Export;
using Isnad.Archive.Store;
using Isnad.Formats.Export;

namespace Isnad.Archive.Reviews;

/// <summary>What can be corrected of a mention, and which values are possible. An empty value says that there is none.</summary>
public static class CorrectionField
{
    /// <summary>The fields in order.</summary>
    public static IReadOnlyList<string> All { get; } = ["type", "mode", "status", "date", "place", "actor", "target", .. Labels.Counts.Keys];

    /// <summary>What is wrong with a value; null where it is possible.</summary>
    /// <param name="type">The type that the mention has or is corrected to: its modes are its own.</param>
    public static string? Problem(string field, string value, string type)
    {
        ArgumentNullException.ThrowIfNull(value);
        return field switch
        {
            "type" => PloverCodes.All.Contains(value) ? null : $"type is one of {string.Join(", ", PloverCodes.All)}",
            "mode" => value.Length == 0 || PloverCodes.ModeOf(type, value) is not null ? null
                : PloverCodes.Of(type).Modes.Count == 0 ? $"{type} has no modes" : $"mode of {type} is one of {string.Join(", ", PloverCodes.Of(type).Modes.Keys)}",
            "status" => Labels.Statuses.ContainsKey(value) ? null : $"status is one of {string.Join(", ", Labels.Statuses.Keys)}",
            "date" => value.Length == 0 || DayRange.Of(value) is not null ? null : "date is 2019, 2019-04 or 2019-04-08",
            "place" or "actor" or "target" => value.Length == 0 || value.Any(char.IsLetterOrDigit) ? null : $"there is no letter in this {field}",
            _ when Labels.Counts.ContainsKey(field) => value.Length == 0 || Count(value) is not null ? null : $"{field} is 12, 10-15 or 12-",
            _ => $"what can be corrected is {string.Join(", ", All)}",
        };
    }

    /// <summary>«12», «10-15», «12-» (12 or more); null for anything else.</summary>
    internal static (int Min, int? Max)? Count(string value)
    {
        var dash = value.IndexOf('-', StringComparison.Ordinal);
        if (!int.TryParse(dash < 0 ? value : value[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var min))
        {
            return null;
        }

        return dash < 0 ? (min, min)
            : dash == value.Length - 1 ? (min, null)
            : int.TryParse(value.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var max) && max >= min ? (min, max)
            : null;
    }
}
