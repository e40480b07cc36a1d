using Klotho.Emit.Output;

namespace Klotho.Emit.Printing;

/// <summary>Pulumi's own file of a program.</summary>
internal static class PulumiProject
{
    /// <summary>A stack may still set another region: its own configuration holds above the project's.</summary>
    public static OutputFile Print(ProgramInput input, string runtime) => new(new("infra/Pulumi.yaml"), $"""
        name: {input.Project}
        runtime: {runtime}
        description: The infrastructure of {input.App}, written by klotho compile.

        """.ReplaceLineEndings("\n") + (input.Region is { } name ? $"config:\n  aws:region:\n    value: {name}\n" : ""));
}
