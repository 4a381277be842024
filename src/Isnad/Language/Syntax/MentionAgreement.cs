using Isnad.Actors;
using Isnad.Language.Morphology;
using Isnad.Pipeline;

namespace Isnad.Language.Syntax;

/// <summary>Whether a mention can be the subject of a verb by gender and number; says no only where it is sure.</summary>
internal sealed class MentionAgreement(NewsDocument document, ActorLexicon actors)
{
    public bool MayBeSubject(ActorMention mention, VerbFeatures verb)
    {
        if (verb.Person != 3 || GenderOf(mention) is not { } gender || verb.Gender == Gender.None)
        {
            return true;
        }

        return gender == verb.Gender;
    }

    /// <summary>Whether an attached pronoun can point to a mention by its gender.</summary>
    public bool MayBeMeant(ActorMention mention, string pronoun) =>
        GenderOf(mention) is not { } gender || pronoun is not ("ه" or "ها") || gender == (pronoun == "ها" ? Gender.Feminine : Gender.Masculine);

    /// <summary>Whether a relative pronoun can belong to a mention by its gender; «التي» also follows what is many.</summary>
    public bool MayFollow(ActorMention mention, FunctionWord pronoun) =>
        GenderOf(mention) is not { } gender || (pronoun & (gender == Gender.Feminine ? FunctionWord.Masculine : FunctionWord.Feminine)) == 0;

    private Gender? GenderOf(ActorMention mention)
    {
        if (mention.EntityId < 0 || mention.EntityId >= document.Entities.Count)
        {
            return null;
        }

        var first = document.Tokens[mention.FirstToken].Folded;
        switch (document.Entities[mention.EntityId].Type)
        {
            case ActorType.Person:
                // A title tells: «رئيس», «وزيرة»; a bare name does not («أسامة», «ميركل»).
                return mention.NameSpan == mention.Span ? null : first[^1] == 'ه' ? Gender.Feminine : Gender.Masculine;
            case ActorType.Organization:
                return first[^1] == 'ه' ? Gender.Feminine : null;
            case ActorType.Geopolitical:
                // «اتهم إيران», «دعت لبنان»: a state by its name or its capital is feminine, but for a few.
                return first[^1] is 'ه' or 'ا' ? Gender.Feminine : mention.EndToken == mention.FirstToken + 1 ? actors.GenderOfState(document.Tokens[mention.FirstToken]) : null;
            default:
                return null;
        }
    }
}
