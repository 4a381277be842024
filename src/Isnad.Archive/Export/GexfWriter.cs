using System.Globalization;
using System.Xml;
using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>Who did what to whom as a graph for Gephi (GEXF 1.3): parties are nodes; an edge per pair, type and day, weighted by events; what is only claimed has an edge of its own.</summary>
internal sealed class GexfWriter(Stream stream) : IEventWriter
{
    private const string Namespace = "http://gexf.net/1.3";
    private readonly Dictionary<string, (int Id, StoredParty Party)> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, int, string, bool, string), int> edges = [];

    public void Write(StoredEvent e)
    {
        foreach (var actor in e.Actors)
        {
            foreach (var target in e.Targets)
            {
                var edge = (Node(actor), Node(target), e.Type, e.Claim, e.Day ?? "");
                edges[edge] = edges.GetValueOrDefault(edge) + 1;
            }
        }
    }

    public void Finish()
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, CheckCharacters = true });
        xml.WriteStartDocument();
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("mode", "dynamic");
        xml.WriteAttributeString("defaultedgetype", "directed");
        xml.WriteAttributeString("timeformat", "date");
        Attributes(xml, "node", "country", "sector");
        Attributes(xml, "edge", "type", "claim");
        xml.WriteStartElement("nodes", Namespace);
        foreach (var (id, party) in nodes.Values.OrderBy(n => n.Id))
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", Number(id));
            xml.WriteAttributeString("label", Clean(party.NameEn ?? party.Name));
            Values(xml, party.Country ?? "", party.Sector ?? "");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("edges", Namespace);
        foreach (var (((source, target, type, claim, day), weight), id) in edges.OrderBy(e => e.Key).Select((e, i) => ((e.Key, e.Value), i)))
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", Number(id));
            xml.WriteAttributeString("source", Number(source));
            xml.WriteAttributeString("target", Number(target));
            xml.WriteAttributeString("weight", Number(weight));
            if (day.Length > 0)
            {
                xml.WriteAttributeString("start", day);
                xml.WriteAttributeString("end", day);
            }

            Values(xml, type, claim ? "true" : "false");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    public void Dispose() => stream.Dispose();

    private int Node(StoredParty party)
    {
        var identity = party.Known ?? $"{party.Name}|{party.Country}|{party.Sector}";
        if (!nodes.TryGetValue(identity, out var node))
        {
            node = (nodes.Count, party);
            nodes.Add(identity, node);
        }

        return node.Id;
    }

    private static void Attributes(XmlWriter xml, string of, params ReadOnlySpan<string> names)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", of);
        for (var i = 0; i < names.Length; i++)
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", Number(i));
            xml.WriteAttributeString("title", names[i]);
            xml.WriteAttributeString("type", "string");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Values(XmlWriter xml, params ReadOnlySpan<string> values)
    {
        xml.WriteStartElement("attvalues", Namespace);
        for (var i = 0; i < values.Length; i++)
        {
            xml.WriteStartElement("attvalue", Namespace);
            xml.WriteAttributeString("for", Number(i));
            xml.WriteAttributeString("value", values[i]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // XML holds fewer characters than articles do.
    private static string Clean(string text) => string.Concat(text.Select((c, i) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
