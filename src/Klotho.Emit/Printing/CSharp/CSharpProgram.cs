using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;
using Klotho.Planning.Facts;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>Prints a resource graph as a Pulumi program in C#: one component per node that became something.</summary>
public static class CSharpProgram
{
    /// <param name="app">Names the program's namespace.</param>
    /// <param name="project">Names the project for the deployment engine.</param>
    /// <param name="region">Where everything stands; null where each stack says it.</param>
    /// <param name="graph">What the program declares.</param>
    /// <param name="nounOf">What a node is, which its component is named after.</param>
    /// <param name="nameOf">A node's part of resource names, and its component's name for the deployment engine.</param>
    /// <param name="aboutOf">Where a node comes from and why it is hosted as it is: the component's comment.</param>
    public static IEnumerable<OutputFile> Print(
        AppName app, string project, RegionName? region, ResourceGraph graph, Func<NodeId, string> nounOf, Func<NodeId, string> nameOf, Func<NodeId, IEnumerable<string>> aboutOf)
    {
        var ns = $"{CSharpText.Pascal(app.Value)}.Infra";
        var components = new ComponentSet(graph, nounOf, nameOf);
        return
        [
            ProjectFiles.Project(ns, ProvidersOf(graph)),
            ProjectFiles.Pulumi(app, project, region),
            EntryPoint(ns),
            StackFile.Print(components, graph.Outputs, ns),
            TagsFile.Print(app, ns),
            CustomizeFile.Print(ns),
            .. components.Ordered.Items.Select(component => ComponentFile.Print(components, component, ns, aboutOf(component.Owner))),
        ];
    }

    private static EquatableArray<string> ProvidersOf(ResourceGraph graph) =>
        graph.Resources.Items.Select(resource => CSharpSdk.Current.ProviderOf(resource.Type)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray();

    private static OutputFile EntryPoint(string ns) => new(new("infra/Program.cs"), $$"""
        {{SourceHead.Notice}}
        using Pulumi;
        using {{ns}};

        return await Deployment.RunAsync(AppStack.Define, new StackOptions { ResourceTransformations = [Tags.Add, Customize.Transform] });

        """.ReplaceLineEndings("\n"));
}
