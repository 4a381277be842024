using System.Globalization;
using System.Text;
using Isnad.Time.Dating;

namespace Isnad.Formats.Evaluation;

/// <summary>How well dates were estimated: counts over articles.</summary>
public sealed class DatingScore
{
    private readonly List<string> wrongYears = [];
    private int estimated, monthRight, yearRight, inside, monthNamed, monthNamedRight, yearNamed, yearNamedRight, dayNamed, dayNamedRight;
    private double confidence;

    public int Articles { get; private set; }

    /// <summary>Ids of the articles of which a year was said with confidence, and wrongly.</summary>
    public IReadOnlyList<string> WrongYears => wrongYears;

    internal void Add(Article article, DocumentDate? found)
    {
        Articles++;
        if (found is null || article.Published is not { } day)
        {
            return;
        }

        var year = found.Likeliest.Year == day.Year;
        var month = year && found.Likeliest.Month == day.Month;
        estimated++;
        confidence += found.Confidence;
        inside += found.Earliest <= day && day <= found.Latest ? 1 : 0;
        monthRight += month ? 1 : 0;
        yearRight += year ? 1 : 0;
        Named(found.SaysMonth, month, ref monthNamed, ref monthNamedRight);
        Named(found.SaysYear, year, ref yearNamed, ref yearNamedRight);
        Named(found.Earliest == found.Latest, found.Earliest == day, ref dayNamed, ref dayNamedRight);
        if (found.SaysYear && !year)
        {
            wrongYears.Add(article.Id);
        }
    }

    public string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Articles} articles, {estimated} with an estimate");
        text.AppendLine(Line("likeliest month right, of all", monthRight, Articles));
        text.AppendLine(Line("likeliest year right, of all", yearRight, Articles));
        text.AppendLine(Line("month said: right", monthNamedRight, monthNamed));
        text.AppendLine(Line("year said with confidence: right", yearNamedRight, yearNamed));
        text.AppendLine(Line("one day estimated: right", dayNamedRight, dayNamed));
        text.AppendLine(Line("date inside the stretch", inside, estimated));
        text.AppendLine(CultureInfo.InvariantCulture, $"{"mean confidence in the stretch",-36}{(estimated == 0 ? 0 : confidence / estimated),7:P1}");
        text.Append(CultureInfo.InvariantCulture, $"confident and wrong in the year: {(wrongYears.Count == 0 ? "none" : string.Join(", ", wrongYears))}");
        return text.ToString();
    }

    private static void Named(bool said, bool right, ref int all, ref int correct)
    {
        all += said ? 1 : 0;
        correct += said && right ? 1 : 0;
    }

    private static string Line(string what, int right, int all) =>
        string.Create(CultureInfo.InvariantCulture, $"{what,-36}{(all == 0 ? 0 : (double)right / all),7:P1}  {right} of {all}");
}
