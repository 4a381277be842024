using Isnad.Knowledge;
using Isnad.Language.Morphology;

namespace Isnad.Events;

/// <summary>
/// A word that carries an event noun or governs it: the light verb of «أجرى محادثات», its masdar in «إجراء محادثات», the verb of
/// intent in «يعتزم زيارة».
/// </summary>
/// <param name="Token">Index of its token.</param>
/// <param name="Entry">Its <c>light-verb</c> or <c>status-cue</c> record.</param>
/// <param name="Verb">Features where it is a finite verb, null for its masdar or participle.</param>
/// <param name="Follows">It stands after its noun: «محادثات أجراها الوزير».</param>
internal sealed record Governor(int Token, KnowledgeRecord Entry, VerbFeatures? Verb, bool Follows)
{
    public const string LightVerb = "light-verb";
    public const string StatusCue = "status-cue";

    public bool IsLight => Entry.Kind == LightVerb;

    /// <summary>What its subject is to the event: actor, recipient or none.</summary>
    public string Part => Entry["subject"] ?? "actor";

    /// <summary>Its subject is the one accused: «نفى الاتهامات».</summary>
    public bool IsAccused => Entry.Is("accused");

    /// <summary>Where the event noun stands: object, subject, or a preposition as written.</summary>
    public string Complement => Entry["complement"] ?? EventFrame.Object;

    /// <summary>It only leads over to the event: in «تأتي الزيارة بعد أيام» the present is that of the telling.</summary>
    public bool IsTold => Entry.Is("told");

    /// <summary>Status that it gives the event, where it gives one.</summary>
    public EventStatus? Status => EventStatusNames.Parse(Entry["status"]);
}
