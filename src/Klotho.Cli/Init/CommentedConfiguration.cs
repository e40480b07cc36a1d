using Klotho.Analysis.Graph;

namespace Klotho.Cli.Init;

/// <summary>The klotho.yaml that a new application gets: everything has a default, so all but the name is a comment.</summary>
internal static class CommentedConfiguration
{
    /// <summary>A line that begins with '#' and no single space is a setting: without the '#' it is in effect.</summary>
    public static string Text(AppName app) => $$"""
        # How this application is hosted. Everything has a default; this file says only what you want otherwise.
        # `klotho config` prints what is in effect, `klotho plan` what comes of it, `klotho schema` what may stand here.

        # The name that resources are named after. It stays what it is once something is deployed.
        app: {{app}}

        # Where it is hosted.
        #region: eu-central-1

        # The language of the program that `klotho compile` writes, and its folder.
        #language: typescript
        #out_dir: compiled

        # What the plan must satisfy. A line that cannot be met is an error that says why.
        #requirements:
        #  availability: 99.5%
        #  monthly_cost: 200 USD/month
        #  latency: { p99: 500ms }

        # By the id of an annotation in the code; code in no unit of its own runs in the unit `main`.
        #execution_units:
        #  main:
        #    infra_params:
        #      memory: 1024

        # What differs between environments, for `--env prod`.
        #environments:
        #  prod:
        #    requirements: { availability: 99.9% }

        """;
}
