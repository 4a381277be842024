using Isnad.Knowledge;
using Isnad.Pipeline;

namespace Isnad.Language.Morphology;

/// <summary>Looks every token up among the forms that knowledge derives.</summary>
internal sealed class WordStage : IStage
{
    public string Name => "words";

    public string Purpose => "Looks every token up among the forms that knowledge derives; leaves out what its sentence rules out.";

    public Layers Reads => Layers.Tokens | Layers.Tags;

    public Layers Writes => Layers.Words;

    public void Prepare(KnowledgeBase knowledge) => Lexicon.Of(knowledge);

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        var lexicon = Lexicon.Of(knowledge);
        var tokens = document.Tokens;
        var readings = new IReadOnlyList<WordReading>[tokens.Count];
        for (var i = 0; i < readings.Length; i++)
        {
            var opensSentence = i == document.Sentences[tokens[i].Sentence].FirstToken;
            readings[i] = ReadingFilter.Filter(lexicon.Read(tokens[i].Shape), document.Tags[i], opensSentence);
        }

        document.Words = new(readings);
    }
}
