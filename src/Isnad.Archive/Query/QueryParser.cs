using System.Text;
using Isnad.Text;

namespace Isnad.Archive.Query;

/// <summary>Reads a query by recursive descent. Marks and digits may be Arabic or Latin.</summary>
internal sealed class QueryParser(string text)
{
    private const int DeepestNesting = 50;
    private const int LongestQuery = 4000;
    private static readonly QueryError TooLong = new($"the query is longer than {LongestQuery} characters", 0, 0, null) { Kind = "long" };

    // What is wrong with a value of each kind.
    private static readonly Dictionary<QueryValue, string> Kinds = new()
    {
        [QueryValue.Code] = "code",
        [QueryValue.Date] = "date",
        [QueryValue.Number] = "number",
        [QueryValue.Truth] = "truth",
        [QueryValue.Name] = "name",
    };

    private int at;
    private int depth;
    private QueryError? error;

    public (QueryNode? Root, QueryError? Error) Parse()
    {
        if (text.Length > LongestQuery)
        {
            return (null, TooLong);
        }

        var root = AnyOf();
        if (error is null && at < text.Length)
        {
            Fail("closes-nothing", "this bracket closes nothing", at, 1);
        }

        // What is written back may have more quotation marks, and is to be a query too.
        return error is not null ? (null, error) : root.ToString().Length > LongestQuery ? (null, TooLong) : (root, null);
    }

    private QueryNode AnyOf()
    {
        var alternatives = new List<QueryNode> { AllOf() };
        while (error is null && TakeWord("OR", "أو") is { } or)
        {
            if (alternatives[^1] is QueryNode.All { Of: [] } || AtEnd())
            {
                Fail("or", "it needs something on both sides", or.Start, or.Length);
                break;
            }

            alternatives.Add(AllOf());
        }

        return alternatives.Count == 1 ? alternatives[0] : new QueryNode.Any(alternatives);
    }

    private QueryNode AllOf()
    {
        var terms = new List<QueryNode>();
        while (error is null && !AtEnd() && PeekWord() is not ("OR" or "أو"))
        {
            if (Term() is { } term)
            {
                terms.Add(term);
            }
        }

        return terms.Count == 1 ? terms[0] : new QueryNode.All(terms);
    }

    private QueryNode? Term()
    {
        SkipSpace();
        var start = at;
        switch (text[at])
        {
            case '-':
                at++;
                if (AtEnd() || at != start + 1)
                {
                    return Fail("minus", "a minus stands right before what must not hold", start, 1);
                }

                return Term() is { } excluded ? new QueryNode.Not(excluded) : null;
            case '(':
                at++;
                if (++depth > DeepestNesting)
                {
                    return Fail("deep", "brackets are nested too deep", start, 1);
                }

                var inner = AnyOf();
                depth--;
                SkipSpace();
                if (error is null && (at >= text.Length || text[at] != ')'))
                {
                    return Fail("bracket", "this bracket is not closed", start, 1);
                }

                at++;
                return inner;
            case var mark when IsQuote(mark):
                return Quoted() is { } phrase ? new QueryNode.Words(phrase) : null;
        }

        var word = Word(stopAtColon: true);
        if (at < text.Length && text[at] is ':')
        {
            at++;
            return Field(word, start);
        }

        return word.Any(char.IsLetterOrDigit) ? new QueryNode.Words(word) : Fail("word", "this is no word", start, Math.Max(1, word.Length));
    }

    private QueryNode? Field(string name, int start)
    {
        if (QueryFields.Find(name) is not { } field)
        {
            return Fail("field", "there is no such field", start, name.Length, QueryFields.Nearest(name));
        }

        var comparison = TakeComparison();
        if (comparison is not ("" or ">" or "<" or ">=" or "<="))
        {
            return Fail("comparison", "this is no comparison; write >, <, >= or <=", at - comparison.Length, comparison.Length);
        }

        if (comparison.Length > 0 && field.Value != QueryValue.Number)
        {
            return Fail("compared", $"only numbers are compared; {field.Name} asks for {field.Meaning}", start, name.Length, field: field);
        }

        var values = new List<string>();
        do
        {
            var valueStart = at;
            var raw = at < text.Length && IsQuote(text[at]) ? Quoted() : Word(stopAtColon: false);
            if (raw is null)
            {
                return null;
            }

            if (string.IsNullOrWhiteSpace(raw))
            {
                return Fail("empty", $"{field.Name} needs a value right after the colon", start, name.Length, field: field);
            }

            if (FieldValue.Read(field, raw, out var problem, out var suggestion) is not { } value)
            {
                return Fail(Kinds[field.Value], problem!, valueStart, at - valueStart, suggestion, field);
            }

            values.Add(value);
        }
        while (Take(',') || Take('،'));

        return new QueryNode.Field(field, comparison, values);
    }

    private string TakeComparison()
    {
        var sign = new StringBuilder();
        while (at < text.Length && text[at] is '>' or '<' or '=' && sign.Length < 2)
        {
            sign.Append(text[at++]);
        }

        return sign.ToString() is "=" ? "" : sign.ToString();
    }

    private string Word(bool stopAtColon)
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')') && !IsQuote(text[at]) && !(stopAtColon && text[at] == ':') && !(!stopAtColon && text[at] is ',' or '،'))
        {
            at++;
        }

        return text[start..at];
    }

    private string? Quoted()
    {
        var start = at;
        var close = text[at] == '«' ? '»' : text[at] == '“' ? '”' : text[at];
        var end = text.IndexOf(close, ++at);
        if (end < 0)
        {
            Fail("quotation", "this quotation is not closed", start, 1);
            return null;
        }

        var phrase = text[at..end];
        at = end + 1;
        if (phrase.Any(char.IsLetterOrDigit))
        {
            return phrase;
        }

        Fail("no-word", "there is no word in this quotation", start, at - start);
        return null;
    }

    private (int Start, int Length)? TakeWord(params ReadOnlySpan<string> words)
    {
        SkipSpace();
        var start = at;
        if (PeekWord() is { } word && words.Contains(word))
        {
            at += word.Length;
            return (start, word.Length);
        }

        return null;
    }

    private string? PeekWord()
    {
        SkipSpace();
        var start = at;
        var word = Word(stopAtColon: true);
        var isField = at < text.Length && text[at] == ':';
        at = start;
        return word.Length > 0 && !isField ? word : null;
    }

    private bool Take(char mark)
    {
        if (at < text.Length && text[at] == mark)
        {
            at++;
            return true;
        }

        return false;
    }

    // A closing bracket ends what is in it.
    private bool AtEnd()
    {
        SkipSpace();
        return at >= text.Length || text[at] == ')';
    }

    private void SkipSpace()
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || ArabicFolding.IsIgnorable(text[at])))
        {
            at++;
        }
    }

    private static bool IsQuote(char c) => c is '"' or '«' or '“' or '”';

    private QueryNode? Fail(string kind, string message, int start, int length, string? suggestion = null, QueryField? field = null)
    {
        // The first mistake is the one to mend; what follows it may be its consequence.
        error ??= new(message, start, Math.Min(length, text.Length - start), suggestion) { Kind = kind, Field = field?.Name };
        at = text.Length;
        return null;
    }
}
