namespace Isnad.KnowledgeSource.Gazetteer;

/// <summary>The gazetteer cannot be compiled; the message says why and what to do.</summary>
public sealed class GazetteerException(string message) : Exception(message);
