using Klotho.Analysis.Graph;
using Klotho.Emit.Output;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>
/// The tags of every resource, in one place: a transformation that the program registers says for all of them what the provider's default
/// tags cannot, the node that each belongs to, and takes no line of any resource.
/// </summary>
internal static class TagsFile
{
    public static OutputFile Print(AppName app, string ns) => new(new("infra/Tags.cs"), $$"""
        {{SourceHead.Notice}}
        using Pulumi;

        namespace {{ns}};

        // Every resource that takes tags says which application, stack and node it belongs to.
        public static class Tags
        {
            public static ResourceTransformationResult? Add(ResourceTransformationArgs args)
            {
                if (args.Args.GetType().GetProperty("Tags")?.GetValue(args.Args) is not InputMap<string> tags)
                {
                    return null;
                }

                tags.Add("app", {{CSharpText.Literal(app.Value)}});
                tags.Add("stack", Deployment.Instance.StackName);
                if (args.Options.Parent is ComponentResource component)
                {
                    tags.Add("node", $"{component.GetResourceType().Split(':')[1]}:{component.GetResourceName()}");
                }

                return new ResourceTransformationResult(args.Args, args.Options);
            }
        }

        """.ReplaceLineEndings("\n"));
}
