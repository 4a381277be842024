namespace Isnad.Language.Tagging;

/// <summary>Universal part-of-speech tags (universaldependencies.org/u/pos), and <see cref="Unknown"/> where no model is loaded.</summary>
public enum WordTag : byte
{
    Unknown,
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,

    /// <summary>A word that the treebank leaves unanalysed: mostly foreign names.</summary>
    X,
}
