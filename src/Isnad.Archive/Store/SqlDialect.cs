using System.Data.Common;

namespace Isnad.Archive.Store;

/// <summary>Where the databases differ; all other SQL is written once.</summary>
internal abstract class SqlDialect
{
    /// <summary>Name in the schema files.</summary>
    public abstract string Name { get; }

    /// <summary>What stands for <c>{id}</c> and the like in the schema files.</summary>
    public abstract IReadOnlyDictionary<string, string> Words { get; }

    /// <summary>Opens a connection and sets it up.</summary>
    /// <exception cref="ArchiveException">It cannot be opened.</exception>
    public abstract DbConnection Open(bool readOnly);

    /// <summary>Keeps other processes from changing the schema until the transaction ends.</summary>
    public abstract void LockSchema(Sql sql);

    /// <summary>Indexes the words of an article; <c>@p1</c> its id, <c>@p2</c> folded words, <c>@p3</c> stems.</summary>
    public abstract string IndexWords { get; }

    /// <summary>A condition that holds of articles (<c>a.id</c>) with a word or phrase; its value is what <see cref="Phrase"/> gives.</summary>
    public abstract string HasWords(string parameter);

    /// <summary>A search for any of several spellings of a phrase.</summary>
    public abstract string Phrase(SearchPhrase phrase);

    /// <summary>Turns the database's own exceptions into what a user can act on; null for what is a defect of the program.</summary>
    public abstract ArchiveException? Explain(DbException exception);
}
