using System.Globalization;
using Isnad.Language;
using Isnad.Language.Tagging;
using Isnad.Pipeline;

namespace Isnad.Events.Judging;

/// <summary>The words of a document as the judge sees them: bare stems, classes of similar words, numbers made alike.</summary>
internal sealed class JudgedWords(NewsDocument document)
{
    private static readonly string[] ClassNames = [.. Enumerable.Range(0, 1024).Select(i => i.ToString(CultureInfo.InvariantCulture))];
    private static readonly string[] TagNames = [.. Enum.GetValues<WordTag>().Select(t => t.ToString())];
    private readonly string?[] stems = new string?[document.Tokens.Count];

    /// <summary>The word without its clitics and article; «#» for a number, «#year» for a year, nothing outside the document.</summary>
    public string Stem(int token) => token < 0 || token >= stems.Length ? "" : stems[token] ??= Read(token);

    /// <summary>Number of the class of words that behave like it, or nothing for an unknown word.</summary>
    public string Class(int token)
    {
        if (token < 0 || token >= stems.Length || LanguageModels.Default is not { } models)
        {
            return "";
        }

        var folded = Bare(token);
        var fine = models.Clusters[folded].Fine;
        return fine == 0 ? "" : ClassNames[fine % ClassNames.Length];
    }

    public string Tag(int token) => token < 0 || token >= stems.Length ? "" : TagNames[(int)document.Tags[token].Tag];

    private string Read(int token)
    {
        var current = document.Tokens[token];
        if (current.Kind == TokenKind.Number)
        {
            return current.Folded is { Length: 4 } year && year[0] is '1' or '2' ? "#year" : "#";
        }

        var bare = Bare(token);
        return bare.Length > 4 && bare.StartsWith("ال", StringComparison.Ordinal) ? bare[2..].ToString() : bare.ToString();
    }

    private ReadOnlySpan<char> Bare(int token)
    {
        var folded = document.Tokens[token].Folded.AsSpan();
        var tag = document.Tags[token];
        return tag.Prefix + tag.Suffix < folded.Length ? folded[tag.Prefix..(folded.Length - tag.Suffix)] : folded;
    }
}
