using Klotho.Emit.Output;

namespace Klotho.Emit.Printing.TypeScript;

/// <summary>The file that belongs to the user: written once, never again.</summary>
internal static class CustomizeFile
{
    public static OutputFile Print() => new(new("infra/customize.ts"), """
        // This file is yours: klotho compile wrote it once and leaves it alone from then on.
        import * as pulumi from "@pulumi/pulumi";

        // Called for each resource before it is created. Return what it is to be, or nothing to leave it as it is:
        //     if (args.type === "aws:lambda/function:Function") {
        //         return { props: { ...args.props, memorySize: 2048 }, opts: args.opts };
        //     }
        export const transform: pulumi.ResourceTransformation = () => undefined;

        // Called once, after all components. Create resources of your own here and report what you like.
        export function extend(_outputs: Record<string, unknown>): void {
        }

        """.ReplaceLineEndings("\n"), OwnedByUser: true);
}
