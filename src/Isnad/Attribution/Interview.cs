using Isnad.Actors;
using Isnad.Language;
using Isnad.Language.Syntax;

namespace Isnad.Attribution;

/// <summary>
/// Tells questions from answers where an article is an interview: by «س:» and «ج:», by the outlet's name before a question, by a mark
/// that opens every question, or by questions alone where the article says that it is an interview.
/// </summary>
internal sealed class Interview
{
    private const int FewestQuestions = 3;
    private const int FewestMarked = 2;
    private const int NearestName = 12;
    private const int LongestOutlet = 6;
    private readonly AttributionScope scope;
    private readonly List<(int First, int End)> paragraphs;
    private readonly Turn[] turns;

    private Interview(AttributionScope scope, List<(int First, int End)> paragraphs, Turn[] turns, int firstQuestion)
    {
        (this.scope, this.paragraphs, this.turns) = (scope, paragraphs, turns);
        Interviewee = Announced(scope, paragraphs[firstQuestion].First);
    }

    /// <summary>What a paragraph of an interview is.</summary>
    public enum Turn
    {
        /// <summary>It stands before the first question.</summary>
        None,

        /// <summary>The outlet asks.</summary>
        Question,

        /// <summary>The one who was asked answers.</summary>
        Answer,
    }

    /// <summary>Whom the article says that it talked with: «في حوار مع …»; null where it does not say so.</summary>
    public Entity? Interviewee { get; }

    /// <summary>The interview that an article is, or null.</summary>
    public static Interview? Of(AttributionScope scope)
    {
        var paragraphs = Paragraphs(scope);
        var marks = paragraphs.ConvertAll(p => Mark(scope, p.First));
        var asks = paragraphs.ConvertAll(p => Asks(scope, p));
        var mark = marks.Where((m, at) => m != '\0' && asks[at]).GroupBy(m => m).Where(g => g.Count() >= FewestMarked).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
        var questions = new bool[paragraphs.Count];
        for (var at = 1; at < paragraphs.Count; at++)
        {
            questions[at] = IsLabelled(scope, paragraphs[at].First) || (mark is not null && marks[at] == mark);
        }

        if (!IsDialogue(questions, FewestMarked))
        {
            questions = [.. asks.Select((asked, at) => asked && at > 0)];
            if (!IsDialogue(questions, FewestQuestions) || Announced(scope, paragraphs[Array.IndexOf(questions, true)].First) is null)
            {
                return null;
            }
        }

        var turns = new Turn[paragraphs.Count];
        var first = Array.IndexOf(questions, true);
        for (var at = first; at < paragraphs.Count; at++)
        {
            turns[at] = questions[at] ? Turn.Question : Turn.Answer;
        }

        return new(scope, paragraphs, turns, first);
    }

    /// <summary>What a paragraph is, counted among those that hold words.</summary>
    public Turn TurnOf(int paragraph) => turns[paragraph];

    /// <summary>First token and end of the words of an answer, its label left out, and the label where it has one.</summary>
    public (int First, int End, int Label) Words(int paragraph)
    {
        var (first, end) = paragraphs[paragraph];
        while (first < end - 1 && scope.Tokens[first].Kind is TokenKind.Punctuation)
        {
            first++;
        }

        return first + 2 < end && scope.Tokens[first + 1].Folded is ":" or "-" or "/" && scope.Lexicon.IsAnswerLabel(scope.Tokens[first]) ? (first + 2, end, first) : (first, end, -1);
    }

    // Most questions are answered before the next.
    private static bool IsDialogue(bool[] questions, int fewest)
    {
        var asked = questions.Count(q => q);
        var answered = questions.Where((q, at) => q && at + 1 < questions.Length && !questions[at + 1]).Count();
        return asked >= fewest && answered * 3 >= asked * 2;
    }

    // «س: …», «سؤال: …», «الشرق الأوسط: …» in that newspaper
    private static bool IsLabelled(AttributionScope scope, int first)
    {
        while (first < scope.Tokens.Count - 2 && scope.Tokens[first].Kind == TokenKind.Punctuation)
        {
            first++;
        }

        if (first + 1 >= scope.Tokens.Count)
        {
            return false;
        }

        if (scope.Lexicon.IsQuestionLabel(scope.Tokens[first]))
        {
            return scope.Tokens[first + 1].Folded is ":" or "-" or "/";
        }

        for (var colon = first + 1; colon < Math.Min(scope.Tokens.Count, first + LongestOutlet); colon++)
        {
            if (scope.Tokens[colon].Folded == ":")
            {
                return scope.IsOutletName(string.Join(' ', scope.Tokens.Skip(first).Take(colon - first).Where(t => t.Kind != TokenKind.QuoteMark).Select(t => t.Folded)));
            }
        }

        return false;
    }

    // The sign before the first word: «*», «●», «>»; no letter, no mark of quotation.
    private static char Mark(AttributionScope scope, int first) =>
        scope.Tokens[first] is { Kind: TokenKind.Punctuation } token && token.Folded[0] is not ('(' or '[' or '.' or '،') ? token.Folded[0] : '\0';

    private static bool Asks(AttributionScope scope, (int First, int End) paragraph) => scope.Tokens[paragraph.End - 1].Folded is "؟" or "?";

    // «في حوار مع وزير الخارجية فلان»: the person named after a word for an interview, before the first question; a name rather than an
    // office.
    private static Entity? Announced(AttributionScope scope, int end)
    {
        Entity? office = null;
        var speakers = new SpeakerFinder(scope);
        for (var at = 0; at < end; at++)
        {
            if (!scope.Lexicon.IsInterview(scope.Tokens[at]) || scope.PersonNear(at + 1, Math.Min(end, at + NearestName)) is not { } mention
                || speakers.Named(mention, end).Entity is not { Type: ActorType.Person } person)
            {
                continue;
            }

            if (person.Known is not null || person.Sector is null || person.Mentions.Any(m => m.NameSpan != m.Span))
            {
                return person;
            }

            office ??= person;
        }

        return office;
    }

    private static List<(int First, int End)> Paragraphs(AttributionScope scope)
    {
        var found = new List<(int First, int End)>();
        var paragraph = -1;
        foreach (var sentence in scope.Document.Sentences)
        {
            if (sentence.Paragraph == paragraph)
            {
                found[^1] = (found[^1].First, sentence.EndToken);
            }
            else
            {
                found.Add((sentence.FirstToken, sentence.EndToken));
                paragraph = sentence.Paragraph;
            }
        }

        return found;
    }
}
