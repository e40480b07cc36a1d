using Klotho.Emit.Output;

namespace Klotho.Emit.Containers;

/// <summary><c>Dockerfile.dockerignore</c>: what would make an image depend on the machine, and what is nobody's business.</summary>
internal static class IgnoredFiles
{
    private const string Everywhere = """
        # What the build must not see: results of other builds, and what is nobody's business.
        **/bin
        **/obj
        **/node_modules
        **/.git
        **/.vs
        **/.idea
        **/.env
        **/.env.*
        **/*.user
        **/*.pfx
        **/*.pem
        **/*.key
        **/TestResults

        """;

    public static string Print(AppLayout layout)
    {
        var everywhere = Everywhere.ReplaceLineEndings("\n");
        return layout.OutputFromContext is { } output
            ? $"{everywhere}# This folder, but for the settings of the build: what is deployed where changes no image.\n{output}\n!{output}/{PublishSettings.FileName}\n"
            : everywhere;
    }
}
