using Klotho.Analysis.Collections;

namespace Klotho.Emit.Capabilities;

/// <summary>
/// Values of the cluster that pods read as files: a secret, or a config map. A secret is neither in the program nor in its state: the
/// operator makes it once, with the emitted script.
/// </summary>
/// <param name="Name">The name of the secret or config map.</param>
/// <param name="Keys">What it holds; each becomes a file.</param>
public sealed record ClusterFiles(string Name, EquatableArray<ClusterFile> Keys)
{
    /// <summary>Whether it is a config map, which the program makes.</summary>
    public bool IsConfigMap { get; init; }

    /// <summary>The folder in which a pod finds the files.</summary>
    public string Folder => $"{(IsConfigMap ? "/etc/klotho/config" : "/var/run/secrets/klotho")}/{Name}";

    /// <summary>The address of a key's file, as bindings name it.</summary>
    public string FileOf(string key) => $"file://{Folder}/{key}";
}
