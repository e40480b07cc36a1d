using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>A folder in a pod's containers, whose own file system cannot be written.</summary>
/// <param name="Name">The volume's name.</param>
/// <param name="Path">Where containers see it.</param>
/// <param name="Source">What is in it; null where the stateful set's claim of that name is.</param>
/// <param name="ReadOnly">Whether it cannot be written either.</param>
internal sealed record PodVolume(string Name, string Path, InputValue.Entry? Source, bool ReadOnly = false)
{
    /// <summary>An empty folder that ends with the pod.</summary>
    public static PodVolume Scratch(string name, string path) => new(name, path, new("emptyDir", InputValue.Map.Of()));

    /// <summary>The files of a config map.</summary>
    public static PodVolume Files(string name, string path, string configMap) =>
        new(name, path, new("configMap", InputValue.Map.Of(new InputValue.Entry("name", configMap))), ReadOnly: true);

    /// <summary>Values of the cluster as files.</summary>
    public static PodVolume Of(ClusterFiles files)
    {
        var items = new InputValue.Entry("items", InputValue.List.Of(files.Keys.Items.Select(key => InputValue.Map.Of(new("key", key.Name), new("path", key.Name)))));
        return files.IsConfigMap
            ? new($"config-{files.Name}", files.Folder, new("configMap", InputValue.Map.Of(new("name", files.Name), items)), ReadOnly: true)
            : new($"secret-{files.Name}", files.Folder, new("secret", InputValue.Map.Of(new("secretName", files.Name), items)), ReadOnly: true);
    }
}
