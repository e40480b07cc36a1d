namespace Klotho.Emit.Documents;

/// <summary>The part of <c>README.md</c> about stacks: what differs between them belongs into one of two places.</summary>
internal static class StacksSection
{
    public static readonly string Text = """

        ## Environments

        A stack is one deployment of this program. For another one, in an account or region of its own, begin with
        `pulumi stack init prod`, set what is set above, and end with `pulumi up --stack prod`.

        - What belongs to the account stands in the stack's configuration, `Pulumi.prod.yaml`: the region, ARNs, secrets (encrypted).
          Commit it; compiling leaves it alone.
        - What changes how things are hosted (sizes, types, domains) stands in `klotho.yaml` under `environments`, or in
          `klotho.prod.yaml`, with an `out_dir` of its own: `klotho compile --env prod`.

        """.ReplaceLineEndings("\n");
}
