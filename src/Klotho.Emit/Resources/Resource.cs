using Klotho.Analysis.Graph;

namespace Klotho.Emit.Resources;

/// <summary>
/// A provider resource to create. <paramref name="Owner"/> is the node that asked for it and names the component that
/// holds it; <paramref name="Part"/> is its name there, empty for what the node itself becomes. <paramref name="Comment"/> says why it is there, where that isn't plain from its type.
/// </summary>
public sealed record Resource(
    ResourceName Name,
    ProviderToken Type,
    InputValue.Map Inputs,
    ResourceOptions Options,
    NodeId Owner,
    string Part = "",
    string? Comment = null)
{
    public InputValue.Reference Output(string name) => new(Name, name);
}
