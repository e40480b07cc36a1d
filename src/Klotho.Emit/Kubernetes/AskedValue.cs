using Klotho.Emit.Capabilities;

namespace Klotho.Emit.Kubernetes;

/// <summary>A secret value that only the operator knows.</summary>
internal static class AskedValue
{
    private const string Key = "value";

    /// <summary>What a unit needs to read it: <paramref name="section"/> is where its binding stands.</summary>
    public static UnitAccess Access(NodeLowering node, string section)
    {
        var files = new ClusterFiles(node.Name().Value, new([new(Key, Question: $"The value of {node.Id.Name}")]));
        return new(
            Environment: new([EnvironmentVariable.Binding(section, node.Id.Name, files.FileOf(Key))]),
            Files: new([files]));
    }
}
