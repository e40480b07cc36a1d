using Klotho.Analysis.Graph;
using Klotho.Emit.Output;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>The components of a large application, a part in each file.</summary>
internal static class PartFiles
{
    public static IEnumerable<OutputFile> Print(ComponentSet components, IReadOnlySet<NodeId> needed, Func<NodeId, IEnumerable<string>> aboutOf, string ns)
    {
        var parts = components.Parts.ToList();
        var code = new CodeText();
        SourceHead.Write(code, ns, []);
        code.Comment("The whole application, in parts: each component after those that it needs.");
        code.Block("public sealed partial class AppComponents", () => code.Block("public AppComponents()", () =>
        {
            for (var number = 1; number <= parts.Count; number++)
            {
                code.Line($"Part{number}();");
            }
        }));
        return parts.Select((part, index) => Part(part, index + 1, components, needed, aboutOf, ns)).Prepend(new(new("infra/AppComponents.cs"), code.ToString()));
    }

    private static OutputFile Part(Component[] part, int number, ComponentSet components, IReadOnlySet<NodeId> needed, Func<NodeId, IEnumerable<string>> aboutOf, string ns)
    {
        var code = new CodeText();
        SourceHead.Write(code, ns, []);
        code.Block("public sealed partial class AppComponents", () =>
        {
            foreach (var component in part.Where(component => needed.Contains(component.Owner)))
            {
                code.Line($"public {components.ClassOf(component.Owner)} {component.ClassName} {{ get; private set; }} = null!;");
                code.Line();
            }

            code.Block($"private void Part{number}()", () =>
            {
                var creation = new Creation(code, components, aboutOf);
                foreach (var component in part)
                {
                    creation.Write(component, needed.Contains(component.Owner) ? component.ClassName : "_", need => need.ClassName);
                }
            });
        });
        return new(new($"infra/AppComponents.Part{number}.cs"), code.ToString());
    }
}
