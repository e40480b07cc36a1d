namespace Klotho.Cli.Caching;

/// <summary>Tells one build of the tool from every other, so that none reads what another wrote.</summary>
internal static class ToolIdentity
{
    public static string Value { get; } = string.Join(
        ' ',
        typeof(ToolIdentity).Assembly.ManifestModule.ModuleVersionId,
        typeof(Microsoft.CodeAnalysis.Compilation).Assembly.ManifestModule.ModuleVersionId);
}
