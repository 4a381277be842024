using Isnad.Formats.Export;

namespace Isnad.Formats.Html;

/// <summary>The language that a page speaks around an article, and which of the things that it names have pages of their own.</summary>
/// <param name="IsEnglish">English, for readers who know little Arabic; the article stays as it is.</param>
internal sealed record PageVoice(bool IsEnglish)
{
    /// <summary>Arabic, without links: a page that stands alone.</summary>
    public static PageVoice Alone { get; } = new(false);

    /// <summary>The page of a knowledge entry.</summary>
    public Func<string, string>? EntryPage { get; init; }

    /// <summary>The page of an actor whom knowledge lists, by the id of its entry.</summary>
    public Func<string, string>? ActorPage { get; init; }

    public string Say(IReadOnlyDictionary<string, Label> labels, string code) => IsEnglish ? labels.English(code) : labels.Arabic(code);

    public string Say(string arabic, string english) => IsEnglish ? english : arabic;
}
