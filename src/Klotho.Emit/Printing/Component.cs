using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing;

/// <summary>A class of the emitted program: what one node becomes.</summary>
/// <param name="Owner">The node.</param>
/// <param name="ClassName"><c>OcrUnit</c>.</param>
/// <param name="Name">Its name for the deployment engine, which must stay when the node's id changes.</param>
/// <param name="TypeName">Its type for the deployment engine, which must stay, too.</param>
/// <param name="Resources">Its resources, each after those that it needs.</param>
/// <param name="Needs">The components whose resources it refers to, sorted.</param>
internal sealed record Component(NodeId Owner, string ClassName, string Name, string TypeName, EquatableArray<Resource> Resources, EquatableArray<NodeId> Needs)
{
    public string Variable => CSharpText.Camel(ClassName);

    /// <summary>The property that holds a resource: its part of the name, or its type for what the node itself becomes.</summary>
    public static string PropertyOf(Resource resource) =>
        resource.Part.Length == 0 ? CSharpSdk.ClassOf(resource.Type) : CSharpText.Pascal(resource.Part);
}
