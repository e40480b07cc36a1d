namespace Klotho.Cli.Loading;

/// <summary>What is known of a project that compiles: the code that its source generators add.</summary>
internal sealed record BoundState(IReadOnlyList<GeneratedFile> Generated);
