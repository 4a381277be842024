using System.Runtime.InteropServices;
using Isnad.Language.Tagging;

namespace Isnad.Language.Parsing;

/// <summary>A word that depends on another.</summary>
/// <param name="Token">Index of its token in the document.</param>
/// <param name="IsPronoun">It is the pronoun attached to that token: the object of «قصفها» is in the verb's own token.</param>
/// <param name="Joined">It is joined by و to the dependent before it: «الجيش | والشرطة».</param>
/// <param name="Preposition">Token of the preposition before it or written into it, or -1.</param>
public readonly record struct SyntaxDependent(int Token, bool IsPronoun, bool Joined, int Preposition);

/// <summary>
/// Heads and relations of a document's words. Sentences are parsed when first asked for; without models, and in a sentence
/// beyond all measure, there is no tree, and nothing has a head or dependents. Indices are those of the document's tokens.
/// </summary>
public sealed class DocumentSyntax
{
    private const int LongestSentence = 400;
    private static readonly IReadOnlyList<SyntaxDependent> Nothing = [];
    private readonly string text;
    private readonly IReadOnlyList<Token> tokens;
    private readonly IReadOnlyList<Sentence> sentences;
    private readonly TaggedTokens tags;
    private readonly LanguageModels? models;
    private readonly SentenceTree?[] trees;

    internal DocumentSyntax(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, TaggedTokens tags, LanguageModels? models)
    {
        (this.text, this.tokens, this.sentences, this.tags, this.models) = (text, tokens, sentences, tags, models);
        trees = new SentenceTree?[sentences.Count];
    }

    /// <summary>Whether the sentence of a token has a tree.</summary>
    public bool IsParsed(int token) => Tree(token) is not null;

    /// <summary>The token that a token depends on; -1 for the root of its sentence.</summary>
    public int Head(int token) => Tree(token)?.Head(token) ?? -1;

    /// <summary>What a token is to its head.</summary>
    public SyntaxRelation Relation(int token) => Tree(token)?.Relation(token) ?? SyntaxRelation.None;

    /// <summary>Subjects of a verb or predicate, those joined to them included.</summary>
    public IReadOnlyList<SyntaxDependent> SubjectsOf(int token) => Dependents(token, SyntaxRelation.Nsubj, SyntaxRelation.Csubj);

    /// <summary>Bare objects of a verb, a masdar or a participle; an attached pronoun is one.</summary>
    public IReadOnlyList<SyntaxDependent> ObjectsOf(int token) => Dependents(token, SyntaxRelation.Obj, SyntaxRelation.Obj);

    /// <summary>Complements with a preposition, and adverbials.</summary>
    public IReadOnlyList<SyntaxDependent> ObliquesOf(int token) => Dependents(token, SyntaxRelation.Obl, SyntaxRelation.Iobj);

    /// <summary>Genitives and prepositional attributes of a noun: «قصف | المدينة».</summary>
    public IReadOnlyList<SyntaxDependent> GenitivesOf(int token) => Dependents(token, SyntaxRelation.Nmod, SyntaxRelation.Nmod);

    /// <summary>Whether a token is another one or stands below it in the tree, such as a genitive or a relative clause.</summary>
    public bool IsWithin(int token, int other) => tokens[token].Sentence == tokens[other].Sentence && Tree(token)?.IsWithin(token, other) == true;

    private IReadOnlyList<SyntaxDependent> Dependents(int token, SyntaxRelation relation, SyntaxRelation other) => Tree(token)?.Dependents(token, relation, other) ?? Nothing;

    private SentenceTree? Tree(int token)
    {
        var sentence = sentences[tokens[token].Sentence];
        return models?.Parser is not { } parser || sentence.EndToken - sentence.FirstToken > LongestSentence ? null
            : trees[sentence.Index] ??= Parse(sentence, parser, models);
    }

    private SentenceTree Parse(Sentence sentence, ParserModel parser, LanguageModels models)
    {
        var count = sentence.EndToken - sentence.FirstToken;
        var words = new List<ParserWord>(count * 2);
        var tokenOf = new List<int>(count * 2);
        var stems = new int[count];
        for (var i = 0; i < count; i++)
        {
            stems[i] = words.Count + tags[sentence.FirstToken + i].Prefix;
            ParserWord.Add(tokens[sentence.FirstToken + i], text, tags[sentence.FirstToken + i], models, words);
            while (tokenOf.Count < words.Count)
            {
                tokenOf.Add(i);
            }
        }

        return new(sentence.FirstToken, stems, [.. tokenOf], parser.Parse(CollectionsMarshal.AsSpan(words)), parser.Kinds);
    }
}
