using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>Turns away words that name no event here: metaphor, sport, disaster, topic.</summary>
internal sealed class EventGates(NewsDocument document, ClauseScanner scanner, GateLexicon lexicon)
{
    private const int Distinct = 4;
    private const double Share = 0.02;
    private readonly NearWords near = new(document, scanner);
    private readonly Lazy<EventDomain?> domain = new(() => DomainOf(document, lexicon));

    /// <summary>Whether the words around one that may name an event fit its entry: one of «when», none of «unless».</summary>
    public bool Suits(EventFrame frame, int firstToken, int endToken) =>
        near.Find(firstToken, endToken, frame.Unless, NearWords.Close, sameClause: true) is null && (frame.When.Count == 0 || near.Find(firstToken, endToken, frame.When, NearWords.Wide) is not null);

    /// <summary>Why a trigger is no event, or null where it may be one.</summary>
    public string? Refuses(Trigger trigger, Participants participants, IReadOnlyList<Trigger> triggers)
    {
        foreach (var part in trigger.Frame.Requires)
        {
            var filled = part switch
            {
                _ when part.StartsWith(EventFrame.GovernsPrefix, StringComparison.Ordinal) => Governs(trigger, triggers, part[EventFrame.GovernsPrefix.Length..]),
                "actor" => participants.Actors.Count > 0,
                "recipient" => participants.Recipients.Count > 0,
                EventFrame.Object => participants.Clause.HasObjectPhrase || trigger.Cut.Enclitic.Length > 0,
                EventFrame.Subject => participants.Clause.HasSubjectPhrase,
                EventFrame.Joint => IsJoint(trigger, participants),
                _ => participants.Clause.Prepositions.Contains(ArabicFolding.Fold(part)),
            };
            if (!filled)
            {
                return $"it needs {part}, which nobody fills";
            }
        }

        if (domain.Value is { } field)
        {
            return $"the article is about {field.Entry.Headword}";
        }

        return Domain(trigger) ?? (IsTopic(trigger) ? "it is a topic, not an act" : null);
    }

    /// <summary>«أعلن الرئيس سحب قواته»: the first word after it that names an event, before any mark, is of the type.</summary>
    private bool Governs(Trigger trigger, IReadOnlyList<Trigger> triggers, string type)
    {
        var sentence = document.Sentences[document.Tokens[trigger.FirstToken].Sentence];
        var following = triggers.FirstOrDefault(t => t.FirstToken >= trigger.EndToken);
        return following is not null && following.Frame.Type == type && following.FirstToken < Math.Min(sentence.EndToken, trigger.EndToken + NearWords.Wide);
    }

    /// <summary>«شدد الجانبان على أهمية التعاون», «وشددا على …»: said by two at once.</summary>
    private bool IsJoint(Trigger trigger, Participants participants) =>
        trigger.Verb is { Number: Number.Dual } || participants.Actors.Count + participants.Recipients.Count > 1
        || participants.Actors.Any(m => m.EntityId >= 0 && document.Entities[m.EntityId].IsDual);

    /// <summary>«ملف الاغتيالات»، «مكافحة الإرهاب»: a noun that a topic word governs.</summary>
    private bool IsTopic(Trigger trigger)
    {
        if (trigger.IsVerbal || trigger.FirstToken == 0)
        {
            return false;
        }

        var before = document.Tokens[trigger.FirstToken - 1];
        return before.Sentence == document.Tokens[trigger.FirstToken].Sentence && !trigger.Cut.HasPreposition && lexicon.IsTopic(before);
    }

    /// <summary>«مقتل ثلاثة في حادث سير»: what killed them was nobody.</summary>
    private string? Domain(Trigger trigger)
    {
        var sentence = document.Sentences[document.Tokens[trigger.FirstToken].Sentence];
        foreach (var field in lexicon.Domains)
        {
            if (field.CoversArticle || !field.Types.Contains(trigger.Frame.Type, StringComparer.Ordinal))
            {
                continue;
            }

            for (var token = Math.Max(sentence.FirstToken, trigger.FirstToken - 12); token < Math.Min(sentence.EndToken, trigger.EndToken + 12); token++)
            {
                if ((token < trigger.FirstToken || token >= trigger.EndToken) && near.Is(token, field.Words))
                {
                    return $"«{document.Tokens[token].Folded}» speaks of {field.Entry.Headword}";
                }
            }
        }

        return null;
    }

    private static EventDomain? DomainOf(NewsDocument document, GateLexicon lexicon)
    {
        foreach (var field in lexicon.Domains.Where(d => d.CoversArticle))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var count = 0;
            foreach (var token in document.Tokens)
            {
                foreach (var cut in token.Shape.Segmentations)
                {
                    if (field.Words.Contains(cut.Stem))
                    {
                        seen.Add(cut.Stem);
                        count++;
                        break;
                    }
                }
            }

            if (seen.Count >= Distinct && count >= document.Tokens.Count * Share)
            {
                return field;
            }
        }

        return null;
    }
}
