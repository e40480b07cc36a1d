namespace Klotho.Cli.Loading;

/// <summary>What is known of a project that compiles.</summary>
/// <param name="Generated">The code that its source generators add.</param>
/// <param name="Checked">What is known to be without errors.</param>
internal sealed record BoundState(IReadOnlyList<GeneratedFile> Generated, CSharpChecking Checked);
