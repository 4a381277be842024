using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>
/// Agreements as things: «اتفاق إدلب» has parties, a date and terms where the article says them, and acts of making, keeping and
/// breaking it point to it.
/// </summary>
internal sealed class AgreementFinder(NewsDocument document, KnowledgeBase knowledge, ClauseScanner scanner)
{
    private const string Making = "AGREE";

    // «خرق | الطرفان | اتفاق الحديدة»: between an act and the agreement stands at most who did it.
    private const int ActReach = 5;
    private const int TermReach = 6;
    private const int DateReach = 4;
    private static readonly HashSet<string> Acts = [Making, "REJECT", "RETREAT", "SANCTION", "SUPPORT", "CONCEDE", "COOPERATE", "REQUEST", "ACCUSE", "THREATEN"];
    private readonly PhraseTrie<KnowledgeRecord> terms = knowledge.Table(k => new TermCues(k)).Phrases;

    /// <summary>The events, those about an agreement pointing to it, and the agreements.</summary>
    public (IReadOnlyList<NewsEvent> Events, IReadOnlyList<NewsAgreement> Agreements) Of(IReadOnlyList<NewsEvent> events)
    {
        var mentions = document.Mentions.Where(m => m.EntityId >= 0 && document.Entities[m.EntityId].Type == ActorType.Agreement).ToList();
        if (mentions.Count == 0)
        {
            return (events, []);
        }

        List<NewsEvent> linked = [.. events.Select(e => AgreementOf(e, mentions) is { } agreement ? Pointing(e, agreement) : e)];
        return (linked, [.. mentions.GroupBy(m => m.EntityId).Select(g => Read(g.Key, [.. g], linked))]);
    }

    private NewsEvent Pointing(NewsEvent act, ActorMention agreement) => act with
    {
        Agreement = agreement.EntityId,
        Because = [.. act.Because, new("event.agreement", null, document.Quote(agreement.Span))],
    };

    private ActorMention? AgreementOf(NewsEvent act, List<ActorMention> mentions)
    {
        if (!Acts.Contains(act.Type))
        {
            return null;
        }

        foreach (var trigger in act.Triggers)
        {
            var (first, end) = (TokenAt(trigger.Start), TokenAt(trigger.End - 1) + 1);
            if (mentions.Find(m => IsObject(end, m) || (act.Type == Making && (m.Span.Overlaps(trigger) || Precedes(m, first)))) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private bool IsObject(int end, ActorMention agreement) => agreement.FirstToken >= end && agreement.FirstToken < end + ActReach && IsUnbroken(end, agreement.FirstToken);

    // «اتفاق الدوحة الذي وقعته الحركة»
    private bool Precedes(ActorMention agreement, int act) => act >= agreement.EndToken && act < agreement.EndToken + DateReach && IsUnbroken(agreement.EndToken, act);

    private bool IsUnbroken(int from, int to)
    {
        for (var token = from; token < to; token++)
        {
            if (document.Tokens[token].Kind == TokenKind.Punctuation || document.Tokens[token].Sentence != document.Tokens[to].Sentence)
            {
                return false;
            }
        }

        return true;
    }

    private NewsAgreement Read(int entity, List<ActorMention> mentions, List<NewsEvent> events)
    {
        List<Evidence> because = [new("agreement.named", document.Entities[entity].Known, document.Quote(mentions[0].Span))];
        var made = events.Where(e => e.Agreement == entity && e.Type == Making && e.Status is EventStatus.Occurred or EventStatus.Scheduled).ToList();
        var parties = made.SelectMany(e => e.Actors.Concat(e.Recipients)).ToList();
        foreach (var mention in mentions)
        {
            var sides = FrameSlots.BothSides(scanner.OfNoun(mention.FirstToken, mention.EndToken, definite: true), scanner.Closed).ToList();
            parties.AddRange(sides.Select(m => m.EntityId));
            because.AddRange(sides.Select(m => new Evidence("agreement.party", null, document.Quote(m.Span))));
        }

        var time = mentions.Select(DateAfter).FirstOrDefault(t => t is not null);
        if (time is { } said)
        {
            because.Add(new("agreement.date", null, document.Quote(said.Span), said.Date));
        }

        return new(entity, [.. parties.Where(p => p >= 0 && p != entity).Distinct()], time?.Date ?? made.Select(e => e.Date).FirstOrDefault(d => d is not null),
            [.. mentions.Select(TermAfter).OfType<TextSpan>().Distinct()], because);
    }

    /// <summary>«اتفاق الدوحة الموقع عام 2020»: the time right after the name.</summary>
    private (TextSpan Span, string Date)? DateAfter(ActorMention mention)
    {
        foreach (var time in document.Times)
        {
            if (time.Span.Start < mention.Span.End)
            {
                continue;
            }

            var token = TokenAt(time.Span.Start);
            return token < mention.EndToken + DateReach && IsUnbroken(mention.EndToken, token) && DateFinder.IsoDate(time) is { } date ? (time.Span, date) : null;
        }

        return null;
    }

    /// <summary>«اتفاق إدلب الذي ينص على إقامة منطقة منزوعة السلاح»: what follows the cue, to the end of its clause.</summary>
    private TextSpan? TermAfter(ActorMention mention)
    {
        var limit = document.Sentences[document.Tokens[mention.FirstToken].Sentence].EndToken;
        for (var token = mention.EndToken; token < Math.Min(limit, mention.EndToken + TermReach); token++)
        {
            foreach (var cue in terms.At(document.Tokens, token, pronouns: false))
            {
                var end = cue.EndToken;
                while (end < limit && document.Tokens[end].Folded is not ("،" or "," or "؛" or "." or ":"))
                {
                    end++;
                }

                return end > cue.EndToken ? TextSpan.FromBounds(document.Tokens[cue.EndToken].Span.Start, document.Tokens[end - 1].Span.End) : null;
            }
        }

        return null;
    }

    private int TokenAt(int offset)
    {
        var (low, high) = (0, document.Tokens.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = document.Tokens[middle].Span.End > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Words that lead over from an agreement to what it says, from <c>term-cue</c> records.</summary>
    private sealed class TermCues
    {
        public TermCues(KnowledgeBase knowledge)
        {
            foreach (var record in knowledge.OfKind("term-cue"))
            {
                foreach (var form in record.Values("also").Prepend(record.Headword))
                {
                    Phrases.Add(form, record);
                }
            }
        }

        public PhraseTrie<KnowledgeRecord> Phrases { get; } = new();
    }
}
