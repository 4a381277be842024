using Isnad.Knowledge;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>Finds the words that govern an event noun, from the nearest outwards: «يعتزم | إجراء | محادثات».</summary>
internal sealed class GovernorFinder(NewsDocument document, ClauseScanner scanner)
{
    private const int Deepest = 3;
    private const int Reach = 9;

    public IReadOnlyList<Governor> Of(Trigger trigger)
    {
        var chain = new List<Governor>();
        var token = trigger.FirstToken;
        while (chain.Count < Deepest && Before(token, trigger.Frame) is { } governor)
        {
            chain.Add(governor);
            if (governor.Verb is not null)
            {
                break;
            }

            token = governor.Token;
        }

        return chain;
    }

    /// <summary>The light verb that a token is, where it can carry a noun before it.</summary>
    public Governor? CarrierAt(int token)
    {
        foreach (var reading in document.Words[token])
        {
            if (reading.Sense is { Entry.Kind: Governor.LightVerb, Verb: { } features })
            {
                return new(token, reading.Sense.Entry, features, Follows: true);
            }
        }

        return null;
    }

    private Governor? Before(int token, EventFrame frame)
    {
        var chunks = scanner.Chunks;
        var noun = scanner.ChunkAt(token);
        if (noun > 0 && chunks[noun] is { Dependent: true, Joined: false } && chunks[noun - 1] is { Kind: ChunkKind.Nominal, Mention: null, Pronoun: false } && !IsGoverning(noun - 1))
        {
            // «شنت سلسلة | غارات»: the verb governs the phrase by its head.
            noun--;
            token = chunks[noun].First;
        }

        var own = chunks[noun].First == token ? chunks[noun].Preposition : null;
        var phrases = 0;
        for (var at = noun - 1; at >= 0 && at >= noun - Reach && scanner.Marks.SameSentence(at, noun); at--)
        {
            var chunk = chunks[at];
            switch (chunk.Kind)
            {
                case ChunkKind.Verb:
                    return Match(chunk.First, frame, verbal: true, own, phrases);
                case ChunkKind.Nominal when !chunk.Pronoun:
                    // Between a masdar and what it governs stands at most the one who does it: «إجراء الوزير محادثات».
                    if (chunk.Mention is null && (at == noun - 1 || (at == noun - 2 && chunks[noun - 1].Mention is not null)) && Match(chunk.First, frame, verbal: false, own, 0) is { } masdar)
                    {
                        return masdar;
                    }

                    phrases += chunk.IsBareNominal && !chunk.Joined ? 1 : 0;
                    break;
                case ChunkKind.Time or ChunkKind.Quote or ChunkKind.Nominal:
                    break;
                case ChunkKind.Mark when scanner.Marks.IsComma(at) && (chunks[at + 1].Kind == ChunkKind.Time || (at + 1 < noun && chunks[at + 1].Preposition is not null) || chunks[at - (at > 0 ? 1 : 0)].Kind == ChunkKind.Time):
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private bool IsGoverning(int chunk) => document.Words[scanner.Chunks[chunk].First].Any(r => r.Sense.Entry.Kind is Governor.LightVerb or Governor.StatusCue);

    private Governor? Match(int token, EventFrame frame, bool verbal, string? preposition, int phrases)
    {
        Governor? carrier = null;
        foreach (var reading in document.Words[token])
        {
            var entry = reading.Sense.Entry;
            if (entry.Kind is not (Governor.LightVerb or Governor.StatusCue) || !StatusCues.Governs(entry, frame) || reading.Sense.Verb is not null != verbal
                || !(verbal || reading.Sense.Class == WordClass.Masdar || (reading.Sense is { Class: WordClass.Participle, Participle: ParticipleKind.Active } && document.Tokens[token].Folded[^1] == 'ا')))
            {
                continue;
            }

            var governor = new Governor(token, entry, reading.Sense.Verb, Follows: false);
            if (Takes(governor, preposition, phrases, reading.Cut.Enclitic.Length > 0))
            {
                // «أعلن سحب قواته»: of a word that carries the noun and also says what became of it, the latter says more.
                if (governor.Status is not null)
                {
                    return governor;
                }

                carrier ??= governor;
            }
        }

        return carrier;
    }

    /// <summary>Whether the noun stands where the governor wants it.</summary>
    private static bool Takes(Governor governor, string? preposition, int phrases, bool pronoun) => governor.Complement switch
    {
        // The masdar of a light verb takes its object as genitive: «إجراء محادثات»; a passive as subject: «أجريت محادثات».
        EventFrame.Object => preposition is null && phrases <= (governor.Verb is { Voice: Voice.Passive } ? 0 : 1) && !(pronoun && governor.Verb is not null),
        EventFrame.Subject => preposition is null && phrases == 0,
        var word => preposition is not null && ArabicFolding.Fold(word) == preposition,
    };
}
