using System.Globalization;
using Isnad.Archive.Query;
using Isnad.Formats.Export;

namespace Isnad.Archive.Export;

/// <summary>Why an event is one, for a terminal: the words of each pair, then the reasons.</summary>
public static class DecisionSummary
{
    public static string Write(StoredDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var text = new TerminalText();
        text.Head(string.Create(CultureInfo.InvariantCulture, $"    {(decision.Merged ? "one event" : "two events")}, {decision.Score:0.0}: {decision.Reasons}"));
        foreach (var mention in new[] { decision.Mine, decision.Other })
        {
            text.Field("word", $"{mention.Article.Published ?? "undated"}  {TerminalText.Quote($"«{mention.Word}» {mention.Article.Outlet}: {mention.Article.Title}")}", indent: 8);
        }

        return text.ToString();
    }
}
