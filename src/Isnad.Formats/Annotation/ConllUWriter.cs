using System.Globalization;
using System.Text;
using Isnad.Language;
using Isnad.Language.Parsing;
using Isnad.Language.Tagging;
using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Formats.Annotation;

/// <summary>
/// An article's words as CoNLL-U (universaldependencies.org/format.html): a token with clitics is a range of words; class, head
/// and relation are the engine's, lemmas and features are not known. What is found stands in MISC: <c>Entity</c>, <c>Event</c>,
/// <c>Report</c>, and where the token stands in the article (<c>Start</c>, <c>End</c>, in characters).
/// </summary>
internal sealed class ConllUWriter(NewsDocument document, NewsReading reading)
{
    private readonly CodePoints points = new(document.Text);
    private readonly ILookup<int, string> findings = FindingsByToken(document, reading);

    /// <summary>A word of a sentence as it is written.</summary>
    private sealed record Word(string Form, string Tag, int Token, bool IsStem)
    {
        public int Head { get; set; }

        public string Relation { get; set; } = "dep";
    }

    public static string Write(NewsDocument document, NewsReading reading) => new ConllUWriter(document, reading).Write();

    private string Write()
    {
        var lines = new StringBuilder();
        lines.Append("# newdoc id = ").Append(OneLine(reading.Id)).Append('\n');
        foreach (var sentence in document.Sentences.Where(s => s.EndToken > s.FirstToken))
        {
            Sentence(sentence, lines);
        }

        return lines.ToString();
    }

    private void Sentence(Sentence sentence, StringBuilder lines)
    {
        var words = new List<Word>();
        var first = new int[sentence.EndToken - sentence.FirstToken + 1];
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            first[token - sentence.FirstToken] = words.Count;
            Cut(token, words);
        }

        first[^1] = words.Count;
        Attach(sentence, words);
        lines.Append(CultureInfo.InvariantCulture, $"# sent_id = {OneLine(reading.Id)}-{sentence.Index + 1}\n# text = {Text(sentence)}\n");
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            var (from, to) = (first[token - sentence.FirstToken], first[token - sentence.FirstToken + 1]);
            var misc = Misc(token, sentence);
            if (to - from > 1)
            {
                lines.Append(CultureInfo.InvariantCulture, $"{from + 1}-{to}\t{Form(token)}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n");
            }

            for (var i = from; i < to; i++)
            {
                var word = words[i];
                lines.Append(CultureInfo.InvariantCulture, $"{i + 1}\t{word.Form}\t_\t{word.Tag}\t_\t_\t{word.Head}\t{word.Relation}\t_\t{(to - from > 1 ? "_" : misc)}\n");
            }
        }

        lines.Append('\n');
    }

    // «وبإدلب» is و, ب and إدلب; «قصفها» is قصف and ها.
    private void Cut(int token, List<Word> words)
    {
        var (t, cut) = (document.Tokens[token], document.Tags[token]);
        var letters = t.Folded.Length;
        if (t.Kind != TokenKind.Word || cut.Prefix + cut.Suffix == 0 || cut.Prefix + cut.Suffix >= letters)
        {
            words.Add(new(Form(token), Tag(t, cut.Tag), token, true));
            return;
        }

        var at = t.Span.Start;
        for (var i = 0; i < cut.Prefix; i++)
        {
            var end = t.OffsetOf(i + 1);
            words.Add(new(document.Text[at..end], Proclitic(t.Folded[i]), token, false));
            at = end;
        }

        var stemEnd = cut.Suffix == 0 ? t.Span.End : t.OffsetOf(letters - cut.Suffix);
        words.Add(new(document.Text[at..stemEnd], Tag(t, cut.Tag), token, true));
        if (stemEnd < t.Span.End)
        {
            words.Add(new(document.Text[stemEnd..t.Span.End], "PRON", token, false));
        }
    }

    // A tree of words: stems as the engine parses them, clitics under their stem. What it does not parse hangs on the root.
    private void Attach(Sentence sentence, List<Word> words)
    {
        var stems = words.Select((w, i) => (w, i)).Where(x => x.w.IsStem).ToDictionary(x => x.w.Token, x => x.i);
        var heads = stems.ToDictionary(s => s.Key, s => document.Syntax.IsParsed(s.Key) ? document.Syntax.Head(s.Key) : -1);
        var root = stems.Keys.Order().FirstOrDefault(token => document.Syntax.IsParsed(token) && heads[token] < 0, sentence.FirstToken);
        foreach (var (token, at) in stems)
        {
            var word = words[at];
            if (token == root)
            {
                (word.Head, word.Relation) = (0, "root");
                continue;
            }

            var leads = heads[token] >= 0 && stems.ContainsKey(heads[token]) && Reaches(token, root, heads);
            word.Head = stems[leads ? heads[token] : root] + 1;
            word.Relation = leads ? Relation(document.Syntax.Relation(token)) : document.Tokens[token].Kind is TokenKind.Punctuation or TokenKind.QuoteMark ? "punct" : "dep";
        }

        foreach (var word in words.Where(w => !w.IsStem))
        {
            var stem = words[stems[word.Token]];
            word.Head = stems[word.Token] + 1;
            word.Relation = word.Tag switch { "CCONJ" => "cc", "ADP" => "case", "AUX" => "aux", "PRON" => stem.Tag == "VERB" ? "obj" : "nmod", _ => "advmod" };
        }
    }

    private static bool Reaches(int token, int root, Dictionary<int, int> heads)
    {
        var at = token;
        for (var steps = 0; steps <= heads.Count; steps++)
        {
            if (at == root)
            {
                return true;
            }

            if (!heads.TryGetValue(at, out at) || at < 0)
            {
                return false;
            }
        }

        return false;
    }

    private string Misc(int token, Sentence sentence)
    {
        var span = document.Tokens[token].Span;
        var values = findings[token].Append(string.Create(CultureInfo.InvariantCulture, $"Start={points.Of(span.Start)}")).Append(string.Create(CultureInfo.InvariantCulture, $"End={points.Of(span.End)}"));
        if (token + 1 < sentence.EndToken && document.Tokens[token + 1].Span.Start == span.End)
        {
            values = values.Append("SpaceAfter=No");
        }

        return string.Join('|', values);
    }

    private string Text(Sentence sentence)
    {
        var text = new StringBuilder();
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            text.Append(Form(token));
            if (token + 1 < sentence.EndToken && document.Tokens[token + 1].Span.Start != document.Tokens[token].Span.End)
            {
                text.Append(' ');
            }
        }

        return text.ToString();
    }

    private string Form(int token)
    {
        var span = document.Tokens[token].Span;
        return OneLine(document.Text[span.Start..span.End]);
    }

    private static string Tag(Token token, WordTag tag) => token.Kind switch
    {
        TokenKind.Punctuation or TokenKind.QuoteMark => "PUNCT",
        TokenKind.Number => "NUM",
        _ => tag == WordTag.Unknown ? "X" : tag.ToString().ToUpperInvariant(),
    };

    private static string Proclitic(char letter) => letter switch
    {
        'و' or 'ف' => "CCONJ",
        'ب' or 'ل' or 'ك' => "ADP",
        'س' => "AUX",
        _ => "PART",
    };

    private static string Relation(SyntaxRelation relation) => relation is SyntaxRelation.None or SyntaxRelation.Root ? "dep" : relation.ToString().ToLowerInvariant();

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || char.IsWhiteSpace(c) ? '\uFFFD' : c));

    private static ILookup<int, string> FindingsByToken(NewsDocument document, NewsReading reading)
    {
        var spans = reading.Entities.SelectMany(e => e.Mentions.Select(m => (m.Start, m.End, Text: $"Entity={e.Id}:{e.Type}")))
            .Concat(reading.Events.SelectMany(e => e.Mentions.Select(m => (m.Start, m.End, Text: $"Event={e.Id}:{e.Type}"))))
            .Concat(reading.Reports.Where(r => r.Cue is not null).Select(r => (r.Cue!.Start, r.Cue.End, Text: $"Report={r.Id}:{r.Stance}")))
            .Concat(reading.Times.Select(t => (t.Span.Start, t.Span.End, Text: $"Time={NoteText.Escape(t.Value)}")))
            .SelectMany(s => TokenSpans.Touched(document, s.Start, s.End).Select(token => (token, s.Text)));
        return spans.GroupBy(s => s.token).SelectMany(g => g.Select(s => s.Text).GroupBy(t => t[..t.IndexOf('=', StringComparison.Ordinal)], StringComparer.Ordinal)
            .Select(names => (g.Key, Text: $"{names.Key}={string.Join(',', names.Select(n => n[(names.Key.Length + 1)..]).Distinct(StringComparer.Ordinal))}"))).OrderBy(x => x.Text, StringComparer.Ordinal).ToLookup(x => x.Key, x => x.Text);
    }
}
