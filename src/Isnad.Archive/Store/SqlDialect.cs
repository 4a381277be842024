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

    /// <summary>Keeps other writers out until the transaction that has just begun ends.</summary>
    public abstract void AfterBegin(Sql sql);

    /// <summary>A command may be run again with other values; where not, the server keeps what it prepared by the text.</summary>
    public abstract bool KeepsCommands { get; }

    /// <summary>Tables and the beginning of a condition that walk through the events <c>e</c> in an order, so that looking at them ends with a page.</summary>
    /// <param name="within">A condition that holds them to a stretch of the order.</param>
    /// <param name="index">The index that has the order.</param>
    public abstract string Walk(string within, string order, string index);

    /// <summary>Stands before a column that is to be looked at in rows that are found otherwise, and not to be searched for in an index.</summary>
    public abstract string LookedAt { get; }

    /// <summary>Indexes the words of an article; <c>@p1</c> its id, <c>@p2</c> folded words, <c>@p3</c> stems.</summary>
    public abstract string IndexWords { get; }

    /// <summary>A condition that holds of articles (<c>a.id</c>) with any spelling of a phrase.</summary>
    /// <param name="phrase">The spellings.</param>
    /// <param name="value">Takes a value and gives the name of its parameter.</param>
    public abstract string HasWords(SearchPhrase phrase, Func<object, string> value);

    /// <summary>A search for the row numbers in a parameter that holds a JSON array: one statement for any number of rows.</summary>
    public abstract string Ids(string parameter);

    /// <summary>The elements of a parameter that holds a JSON array of arrays, as the rows of a table.</summary>
    public abstract string Elements(string parameter);

    /// <summary>A text of such a row.</summary>
    public abstract string Column(int at);

    /// <summary>A condition that a column holds one of the texts in a parameter that holds a JSON array.</summary>
    public abstract string IsOneOf(string column, string parameter);

    /// <summary>Adds many rows to a table.</summary>
    public abstract void Insert(DbConnection connection, DbTransaction? transaction, TableRows rows);

    /// <summary>Ends the statement that the connection is running, from another thread.</summary>
    public abstract void Interrupt(DbConnection connection, DbCommand command);

    /// <summary>Turns the database's own exceptions into what a user can act on; null for what is a defect of the program.</summary>
    public abstract ArchiveException? Explain(DbException exception);
}
