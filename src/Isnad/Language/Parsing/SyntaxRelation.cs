namespace Isnad.Language.Parsing;

/// <summary>
/// What a word is to its head (universaldependencies.org/u/dep, without subtypes). The treebanks that the parser learned from
/// use few of the rarer ones.
/// </summary>
public enum SyntaxRelation : byte
{
    /// <summary>The parser does not say.</summary>
    None,
    Root,

    /// <summary>Subject: «قصف | الجيش».</summary>
    Nsubj,

    /// <summary>Bare object: «قصف الجيش | المدينة», or an attached pronoun.</summary>
    Obj,

    /// <summary>Complement of a verb with a preposition, or an adverbial: «في | المدينة».</summary>
    Obl,
    Iobj,
    Csubj,
    Ccomp,
    Xcomp,
    Advcl,
    Advmod,
    Aux,
    Cop,
    Mark,

    /// <summary>Genitive of an idafa, or a preposition's noun that belongs to a noun: «قصف | المدينة».</summary>
    Nmod,
    Amod,
    Appos,
    Nummod,
    Acl,
    Det,
    Case,
    Conj,
    Cc,
    Fixed,
    Flat,
    Compound,
    Parataxis,
    Punct,
    Dep,
}
