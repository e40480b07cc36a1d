namespace Klotho.Cli.Loading;

/// <summary>A file that a source generator wrote, under the path by which its tree is known.</summary>
internal sealed record GeneratedFile(string Path, string Text);
