using Klotho.Analysis.Graph;
using Klotho.Emit.Output;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.TypeScript;

/// <summary>What all components are, and the transformation that tags their resources.</summary>
internal static class TagFiles
{
    public const string Component = "AppComponent";

    public static IEnumerable<OutputFile> Print(AppName app) =>
    [
        new(new("infra/component.ts"), $$"""
            {{SourceHead.Notice}}
            import * as pulumi from "@pulumi/pulumi";

            // What one node of the application becomes.
            export class {{Component}} extends pulumi.ComponentResource {
                public readonly node: string;

                constructor(type: string, name: string) {
                    super(type, name);
                    this.node = `${type.split(":")[1]}:${name}`;
                }
            }

            """.ReplaceLineEndings("\n")),
        new(new("infra/tags.ts"), $$"""
            {{SourceHead.Notice}}
            import * as pulumi from "@pulumi/pulumi";
            import { {{Component}} } from "./component";

            // Every resource that takes tags says which application, stack and node it belongs to.
            export const addTags: pulumi.ResourceTransformation = args => {
                // The SDK names every input that a type has; what Docker calls tags is something else.
                if (!args.type.startsWith("aws:") || !("tags" in args.props)) {
                    return undefined;
                }

                const own = {
                    app: {{CSharpText.Literal(app.Value)}},
                    stack: pulumi.getStack(),
                    ...(args.opts.parent instanceof {{Component}} ? { node: args.opts.parent.node } : {}),
                };
                const tags = pulumi.output(args.props.tags).apply(given => ({ ...given, ...own }));
                return { props: { ...args.props, tags }, opts: args.opts };
            };

            """.ReplaceLineEndings("\n")),
    ];
}
