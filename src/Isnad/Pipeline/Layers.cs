namespace Isnad.Pipeline;

/// <summary>The layers of a document; each is written by one stage.</summary>
[Flags]
public enum Layers
{
    None = 0,
    Text = 1 << 0,
    Tokens = 1 << 1,
    Structure = 1 << 2,
    Quotations = 1 << 3,
    Words = 1 << 4,
    Times = 1 << 5,
    Places = 1 << 6,
    Mentions = 1 << 7,
    Entities = 1 << 8,
    Reports = 1 << 9,
    Events = 1 << 10,
    Framing = 1 << 11,
    Tags = 1 << 12,
    Syntax = 1 << 13,
}
