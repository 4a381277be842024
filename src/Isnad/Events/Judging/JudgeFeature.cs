using Isnad.Language.Tagging;

namespace Isnad.Events.Judging;

/// <summary>What a feature looks at. The numbers are part of the trained weights: add at the end, never renumber.</summary>
internal enum JudgeTemplate
{
    Always = 1,
    Entry,
    Word,
    Form,
    Mode,
    Status,
    WordBefore,
    SecondWordBefore,
    WordAfter,
    SecondWordAfter,
    ClassBefore,
    ClassAfter,
    TagBefore,
    TagAfter,
    Governor,
    Parts,
    Actor,
    Recipient,
    Position,
    Speech,
    Opener,
    FirstVerb,
    Near,
    NearClass,
    InSentence,
    SentenceClass,
    SentencePair,
    SentenceTime,
    SentenceSize,
    OtherEvents,
    EntryWithForm,
    FormWithParts,
    ClassPair,
    SentenceVerb,
    SentenceEntry,
    SentenceWho,
    SentenceClasses,
    Counts,
    SentencePlace,
    TitleWord,
    TitleClass,
    SameType,
    ArticleSize,
    EntryBefore,
    EntryAfter,
    Density,
}

/// <summary>One thing observed of a candidate: a template with up to two values, kept readable so that a verdict can be explained.</summary>
internal readonly record struct JudgeFeature(JudgeTemplate Template, string First = "", string Second = "")
{
    /// <summary>One of the many words and pairs of words of the sentence or title, not of the candidate itself.</summary>
    public bool IsOfSentence => Template is JudgeTemplate.InSentence or JudgeTemplate.SentenceClass or JudgeTemplate.SentencePair or JudgeTemplate.SentenceClasses
        or JudgeTemplate.TitleWord or JudgeTemplate.TitleClass;

    /// <summary>The key of its weight.</summary>
    public uint Hash => FeatureHash.Mix(500u + (uint)Template, FeatureHash.Of(First), FeatureHash.Of(Second));

    public override string ToString() => $"{Template}{(First.Length > 0 ? $" «{First}»" : "")}{(Second.Length > 0 ? $" «{Second}»" : "")}";
}
