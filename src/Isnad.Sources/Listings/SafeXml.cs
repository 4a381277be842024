using System.Xml;
using Isnad.Formats.Import;

namespace Isnad.Sources.Listings;

/// <summary>
/// XML from strangers. A document type is refused: its entities can unfold to gigabytes (the «billion laughs») or fetch other
/// files, and no feed needs one.
/// </summary>
internal static class SafeXml
{
    private const long Longest = 64L << 20;

    public static XmlReader Open(byte[] bytes)
    {
        // Registers the code pages of older Arabic sites, which the declaration may name.
        _ = TextDecoder.Signature(bytes);
        // Many servers send an empty line first.
        var start = bytes.AsSpan().IndexOfAnyExcept(" \n\r\t"u8);
        return XmlReader.Create(new MemoryStream(bytes, Math.Max(0, start), bytes.Length - Math.Max(0, start)), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = Longest,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    /// <summary>What is wrong with a document, for its owner.</summary>
    public static string Explain(XmlException x) => x.Message.Contains("DTD", StringComparison.Ordinal)
        ? "it declares a document type, whose entities could unfold to any size; it is not read"
        : $"it is not well-formed XML: {x.Message}";
}
