using Isnad.Language.Parsing;

namespace Isnad.Language.Tagging;

/// <summary>The trained models that ship with the engine (models/, docs/models.md). Immutable.</summary>
internal sealed class LanguageModels
{
    private static readonly Lazy<LanguageModels?> Embedded = new(Load);

    private LanguageModels(WordClusters clusters, LinearModel cuts, LinearModel tags, LinearModel names, LinearModel? parser, WordRoles roles)
    {
        Clusters = clusters;
        Cuts = new(cuts, clusters);
        Tags = new(tags, clusters);
        Names = new(names);
        Parser = parser is null ? null : new(parser);
        Roles = roles;
        TagOf = [.. tags.Labels.Select(label => Enum.TryParse<WordTag>(label, ignoreCase: true, out var tag) ? tag : WordTag.X)];
    }

    /// <summary>The models, or null where the engine was built without them.</summary>
    public static LanguageModels? Default => Embedded.Value;

    public WordClusters Clusters { get; }

    public CutModel Cuts { get; }

    public TagModel Tags { get; }

    public NameModel Names { get; }

    /// <summary>The parser, or null where the engine was built without it.</summary>
    public ParserModel? Parser { get; }

    /// <summary>Which parts words play, for the parser.</summary>
    public WordRoles Roles { get; }

    /// <summary>The tag that each label of <see cref="Tags"/> stands for.</summary>
    public IReadOnlyList<WordTag> TagOf { get; }

    /// <summary>Reads the models anew; <see cref="Default"/> keeps them.</summary>
    internal static LanguageModels? Load()
    {
        static Stream? Open(string name) => typeof(LanguageModels).Assembly.GetManifestResourceStream(name);
        using var clusters = Open("clusters.bin");
        using var cuts = Open("cuts.bin");
        using var tags = Open("tags.bin");
        using var names = Open("names.bin");
        using var parser = Open("parser.bin");
        using var roles = Open("roles.bin");
        return clusters is null || cuts is null || tags is null || names is null
            ? null
            : new(WordClusters.Read(clusters), LinearModel.Read(cuts), LinearModel.Read(tags), LinearModel.Read(names), parser is null ? null : LinearModel.Read(parser), roles is null ? WordRoles.Empty : WordRoles.Read(roles));
    }
}
