namespace Isnad.Archive.Fusion;

/// <summary>
/// Weighs whether two mentions tell of one event. Symmetric, and a function of the two alone: the order in which articles
/// came makes no difference. The weights are few and round; docs/archive.md lists them.
/// </summary>
internal sealed class PairScorer(PlaceTree places)
{
    private const int SentenceLength = 160;
    private const double FarApart = -1;
    private const double Excluding = -10;
    private const double SameSentence = 0.5;
    private const double OtherSpeaker = 3;
    private const double HardlyAWord = -1.6;
    private readonly List<FusionReason> reasons = [];

    /// <summary>What speaks for two mentions being one event, and how much; null where their times exclude each other, so that they are no candidates.</summary>
    public FusionScore? Score(MentionFeatures a, MentionFeatures b) => Weigh(a, b) is { } weight ? new(weight, [.. reasons]) : null;

    /// <summary>The same without the reasons: of hundreds that are weighed one is worth noting.</summary>
    public PairWeight? Weigh(MentionFeatures a, MentionFeatures b)
    {
        if (a.Type != b.Type || TimeReason(a, b) is not { } time)
        {
            return null;
        }

        reasons.Clear();
        reasons.Add(time);
        var placed = PlaceReason(a, b);
        var named = PartyReasons(a, b, placed);
        ModeReason(a, b);
        StatusReason(a, b);
        CountReason(a, b);
        WordReasons(a, b);

        // «قصفت … ما أدى إلى مقتل» is one event with two words; what an article tells further on may be another.
        var together = a.ArticleId == b.ArticleId && Math.Abs(a.Start - b.Start) <= SentenceLength;
        if (a.ArticleId == b.ArticleId)
        {
            reasons.Add(together ? new("told in one breath", 0.5) : new("told apart in one article", -0.6));
        }

        var sum = 0.0;
        // Time alone makes no event: half of all clashes happen today.
        var refused = !placed && !named && !together && !AreCopies(a, b);
        foreach (var reason in reasons)
        {
            sum += reason.Weight;
            refused |= reason.Weight <= Excluding;
        }

        return new(Math.Round(sum, 2), refused);
    }

    private static bool AreCopies(MentionFeatures a, MentionFeatures b) => a.CopyGroup is not null && a.CopyGroup == b.CopyGroup;

    private void WordReasons(MentionFeatures a, MentionFeatures b)
    {
        var share = SentenceWords.Share(a.Around, b.Around);
        // One text may say «طلب» of two people; only what stands in the same sentence of it is the same.
        if (AreCopies(a, b) && a.Word == b.Word && share >= SameSentence)
        {
            reasons.Add(new("the same word in copies of one text", 2));
            return;
        }

        if (a.Word == b.Word)
        {
            reasons.Add(new("the same word", 0.3));
        }

        // In a war the same sides fight in the same town every day: what is told of it tells two fights apart, and the more so where
        // neither says its day.
        var isVague = !a.HasDay && !b.HasDay;
        FusionReason? reason = share switch
        {
            < 0.1 => new("hardly a word around it in common", HardlyAWord),
            < 0.2 => new("few words around it in common", isVague ? HardlyAWord : -0.8),
            < 0.3 when isVague => new("few words around it in common", -0.5),
            >= SameSentence => new("most words around it in common", 1.2),
            >= 0.3 => new("words around it in common", 0.5),
            _ => null,
        };
        if (reason is { } told)
        {
            reasons.Add(told);
        }
    }

    private static FusionReason? TimeReason(MentionFeatures a, MentionFeatures b)
    {
        if (a.Coarse is not null || b.Coarse is not null)
        {
            return a.Coarse == b.Coarse ? new("the same month or year", 0) : null;
        }

        if (a.Day is not { } first || b.Day is not { } second)
        {
            return null;
        }

        var apart = Math.Abs(first.DayNumber - second.DayNumber);
        return (a.HasDay, b.HasDay, apart) switch
        {
            (true, true, 0) => new("the same day", 1.5),
            (true, true, 1) => new("a day apart", -0.5),
            (true, true, _) => null,
            (false, false, 0) => new("no day given, published the same day", 0.6),
            (false, false, 1) => new("no day given, published a day apart", 0.1),
            (false, false, _) => null,
            // What has no day happened on the day of publication or in the two days before.
            _ when apart <= FusionWindow.Days && (a.HasDay ? first <= second : second <= first) => new("a day that the other may mean", apart switch { 0 => 0.8, 1 => 0.5, _ => 0.1 }),
            _ => null,
        };
    }

    private bool PlaceReason(MentionFeatures a, MentionFeatures b)
    {
        if (a.Place is not { } first || b.Place is not { } second)
        {
            return false;
        }

        switch (places.Compare(first, second))
        {
            case PlaceRelation.Same:
                // «بيروت (أ ف ب) -» says where the reporter sits, and may be all that the article says.
                reasons.Add(first.FromDateline || second.FromDateline ? new("the same place, from a dateline", 1) : new("the same place", 1.7));
                return true;
            case PlaceRelation.Within:
                reasons.Add(new("one place lies in the other", 1));
                return true;
            case PlaceRelation.SameCountry:
                reasons.Add(new("the same country, a place not named", 0.5));
                return true;
            case PlaceRelation.Apart or PlaceRelation.Abroad when first.FromDateline || second.FromDateline:
                return false;
            case PlaceRelation.Apart:
                reasons.Add(new("two places of one country", -1.5));
                return false;
            case PlaceRelation.Abroad:
                reasons.Add(new("two countries", Excluding));
                return false;
            default:
                return false;
        }
    }

    private bool PartyReasons(MentionFeatures a, MentionFeatures b, bool placed)
    {
        if (a.Type == "CONSULT" || a.Type == "COOPERATE" || a.Type == "AGREE")
        {
            // Who met whom: each side names its own minister first.
            var both = PartyMatch.Mutual(a.Everybody, b.Everybody);
            Add("the parties: ", both, both < 0 ? 1 : 1.5);
            return both > 0;
        }

        var actors = PartyMatch.Of(Telling(a, a.Actors, placed), Telling(b, b.Actors, placed));
        var targets = PartyMatch.Of(Telling(a, a.Targets, placed), Telling(b, b.Targets, placed));
        // Ten states condemn one attack on one day: who speaks is what tells these apart.
        Add("who did it: ", actors, actors < 0 && IsSpoken(a.Type) ? OtherSpeaker : 1);
        Add("whom it was done to: ", targets, 0.7);
        return actors > 0 || targets > 0;
    }

    // «اليمن» as the side that is fought in Yemen says no more than the place does, where both say a place.
    private static PartyFeatures[] Telling(MentionFeatures mention, PartyFeatures[] parties, bool placed) =>
        placed && !IsSpoken(mention.Type) && Array.Exists(parties, p => SaysThePlace(p, mention)) ? Array.FindAll(parties, p => !SaysThePlace(p, mention)) : parties;

    private static bool SaysThePlace(PartyFeatures party, MentionFeatures mention) => party.IsState && party.Country == mention.Place?.Country;

    private static bool IsSpoken(string type) => type is "ACCUSE" or "REJECT" or "REQUEST" or "SUPPORT" or "THREATEN";

    private void Add(string who, double match, double weight)
    {
        if (match != 0)
        {
            reasons.Add(new(who, Math.Round(match * weight, 2), PartyMatch.Describe(match)));
        }
    }

    private void ModeReason(MentionFeatures a, MentionFeatures b)
    {
        if (a.Mode is not null && b.Mode is not null)
        {
            reasons.Add(a.Mode == b.Mode ? new("the same mode", 0.5) : new("two modes", -0.3));
        }
    }

    private void StatusReason(MentionFeatures a, MentionFeatures b)
    {
        // A denial is of the event that it denies; «ongoing» becomes «occurred» while it is told.
        var (first, second) = (Kind(a.Status), Kind(b.Status));
        if (first != second)
        {
            reasons.Add(first == "negated" || second == "negated" ? new("one denies it", 0) : new("two states of reality", -1));
        }
    }

    private static string Kind(string status) => status == "ongoing" ? "occurred" : status;

    private void CountReason(MentionFeatures a, MentionFeatures b)
    {
        if (SameCount(a, b) is not var (what, one, other))
        {
            return;
        }

        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        reasons.Add(low == high ? new("the same number of ", 1, what)
            : high > (2 * low) + 3 ? new("far apart in the number of ", FarApart, what)
            : new("near in the number of ", 0.3, what));
    }

    // The first thing that both count.
    private static (string What, long One, long Other)? SameCount(MentionFeatures a, MentionFeatures b)
    {
        foreach (var first in a.Counts)
        {
            foreach (var second in b.Counts)
            {
                if (first.What == second.What && first.Min is { } one && second.Min is { } other)
                {
                    return (first.What, one, other);
                }
            }
        }

        return null;
    }
}
