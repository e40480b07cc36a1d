using Klotho.Emit.Output;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>The file that belongs to the user: written once, never again.</summary>
internal static class CustomizeFile
{
    public static OutputFile Print(string ns) => new(new("infra/Customize.cs"), $$"""
        // This file is yours: klotho compile wrote it once and leaves it alone from then on.
        using Pulumi;

        namespace {{ns}};

        public static class Customize
        {
            // Called for each resource before it is created. Change what args holds and return it, or return null to leave
            // the resource as it is:
            //     if (args.Args is Pulumi.Aws.Lambda.FunctionArgs function)
            //     {
            //         function.MemorySize = 2048;
            //         return new ResourceTransformationResult(function, args.Options);
            //     }
            public static ResourceTransformationResult? Transform(ResourceTransformationArgs args) => null;

            // Called once, after all components. Create resources of your own here and report what you like.
            public static void Extend(IDictionary<string, object?> outputs)
            {
            }
        }

        """.ReplaceLineEndings("\n"), OwnedByUser: true);
}
