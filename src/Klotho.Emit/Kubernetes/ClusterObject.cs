using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>
/// Objects of the application's namespace. Each has a fixed name, so that network policies, addresses and plain manifests can name it.
/// </summary>
/// <param name="app">The application, which each object is labelled with.</param>
/// <param name="name">What the objects belong to: a unit or a server.</param>
internal sealed class ClusterObject(AppName app, string name)
{
    /// <summary>The label by which pods are found.</summary>
    public const string NameLabel = "app.kubernetes.io/name";

    /// <summary>The label of everything of an application.</summary>
    public const string AppLabel = "app.kubernetes.io/part-of";

    public string Name => name;

    /// <summary>What tells the pods from all others in the namespace.</summary>
    public InputValue.Map Selector => InputValue.Map.Of(new InputValue.Entry(NameLabel, name));

    public InputValue.Map Labels => InputValue.Map.Of(new(NameLabel, name), new(AppLabel, app.Value));

    public static ClusterObject Of(NodeLowering node) => new(node.Context.Graph.App, node.Name().Value);

    /// <summary>The metadata of an object that is called like what it belongs to, or by <paramref name="suffix"/> too.</summary>
    public InputValue.Entry Metadata(string suffix = "", params IEnumerable<InputValue.Entry> annotations)
    {
        var given = annotations.ToList();
        return new("metadata", InputValue.Map.Of(
        [
            new("name", name + suffix),
            new("namespace", ClusterParts.Namespace),
            new("labels", Labels),
            .. given.Count > 0 ? [new("annotations", InputValue.Map.Of(given))] : Array.Empty<InputValue.Entry>(),
        ]));
    }

    /// <summary>An object of a node.</summary>
    public Resource For(NodeLowering node, string? part, string type, IEnumerable<InputValue.Entry> body, ResourceOptions? options = null, string? comment = null) =>
        node.Resource(part, type, InputValue.Map.Of(body), In(options), comment);

    /// <summary>An object that nodes share.</summary>
    public Resource Shared(string part, string type, IEnumerable<InputValue.Entry> body, ResourceOptions? options = null, string? comment = null) =>
        ClusterParts.Shared(part.Length == 0 ? name : $"{name}-{part}", type, InputValue.Map.Of(body), In(options), comment);

    private static ResourceOptions In(ResourceOptions? options) => (options ?? ResourceOptions.None) with { Provider = ClusterParts.Provider };
}
