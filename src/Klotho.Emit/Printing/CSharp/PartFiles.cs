using Klotho.Analysis.Graph;
using Klotho.Emit.Output;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>The components of a large application, a part in each file.</summary>
internal static class PartFiles
{
    public static IEnumerable<OutputFile> Print(ComponentSet components, IReadOnlySet<NodeId> needed, string ns)
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
        return parts.Select((part, index) => Part(part, index + 1, components, needed, ns)).Prepend(new(new("infra/AppComponents.cs"), code.ToString()));
    }

    private static OutputFile Part(Component[] part, int number, ComponentSet components, IReadOnlySet<NodeId> needed, string ns)
    {
        var code = new CodeText();
        SourceHead.Write(code, ns, []);
        code.Block("public sealed partial class AppComponents", () =>
        {
            foreach (var component in part.Where(component => needed.Contains(component.Owner)))
            {
                code.Line($"public {component.ClassName} {component.ClassName} {{ get; private set; }} = null!;");
                code.Line();
            }

            code.Block($"private void Part{number}()", () =>
            {
                foreach (var component in part)
                {
                    var arguments = string.Join(", ", component.Needs.Items.Select(need => components.Of(need).ClassName));
                    code.Line($"{(needed.Contains(component.Owner) ? component.ClassName : "_")} = new {component.ClassName}({arguments});");
                }
            });
        });
        return new(new($"infra/AppComponents.Part{number}.cs"), code.ToString());
    }
}
