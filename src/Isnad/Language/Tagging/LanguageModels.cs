using Isnad.Language.Parsing;

namespace Isnad.Language.Tagging;

/// <summary>The trained models that ship with the engine (models/, docs/models.md). Immutable.</summary>
internal sealed class LanguageModels
{
    private static readonly Lazy<LanguageModels?> Embedded = new(Load);

    // No stage parses, and the parser is four fifths of all weights: it is read when somebody asks for it.
    private readonly Lazy<ParserModel?> parser = new(() => Read("parser.bin", LinearModel.Read) is { } model ? new(model) : null);
    private readonly Lazy<WordRoles> roles = new(() => Read("roles.bin", WordRoles.Read) ?? WordRoles.Empty);

    private LanguageModels(WordClusters clusters, LinearModel cuts, LinearModel tags, LinearModel names)
    {
        Clusters = clusters;
        Cuts = new(cuts, clusters);
        Tags = new(tags, clusters);
        Names = new(names);
        TagOf = [.. tags.Labels.Select(label => Enum.TryParse<WordTag>(label, ignoreCase: true, out var tag) ? tag : WordTag.X)];
    }

    /// <summary>The models, or null where the engine was built without them.</summary>
    public static LanguageModels? Default => Embedded.Value;

    public WordClusters Clusters { get; }

    public CutModel Cuts { get; }

    public TagModel Tags { get; }

    public NameModel Names { get; }

    /// <summary>The parser, or null where the engine was built without it.</summary>
    public ParserModel? Parser => parser.Value;

    /// <summary>Which parts words play, for the parser.</summary>
    public WordRoles Roles => roles.Value;

    /// <summary>The tag that each label of <see cref="Tags"/> stands for.</summary>
    public IReadOnlyList<WordTag> TagOf { get; }

    /// <summary>Reads the models anew, side by side; <see cref="Default"/> keeps them.</summary>
    internal static LanguageModels? Load()
    {
        WordClusters? clusters = null;
        LinearModel? cuts = null, tags = null, names = null;
        Parallel.Invoke(
            () => tags = Read("tags.bin", LinearModel.Read),
            () => clusters = Read("clusters.bin", WordClusters.Read),
            () => names = Read("names.bin", LinearModel.Read),
            () => cuts = Read("cuts.bin", LinearModel.Read));
        return clusters is null || cuts is null || tags is null || names is null ? null : new(clusters, cuts, tags, names);
    }

    private static T? Read<T>(string name, Func<Stream, T> read) where T : class
    {
        using var stream = typeof(LanguageModels).Assembly.GetManifestResourceStream(name);
        return stream is null ? null : read(stream);
    }
}
