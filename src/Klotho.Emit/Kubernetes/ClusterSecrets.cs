using Klotho.Analysis.Collections;
using Klotho.Emit.Capabilities;

namespace Klotho.Emit.Kubernetes;

/// <summary>Every secret that pods of the application read, and that the operator makes.</summary>
public static class ClusterSecrets
{
    /// <summary>Sorted by name. Of a server's secret there is more to make than units read.</summary>
    public static EquatableArray<ClusterFiles> Of(LoweringContext context)
    {
        var read = ClusterUnits.Of(context)
            .SelectMany(unit => context.AccessesOf(unit.Id).SelectMany(use => use.Access.Files.Items))
            .Concat(context.Hosted().SelectMany(hosted => hosted.Lowering.HostFiles(hosted.Node)))
            .Where(files => !files.IsConfigMap)
            .ToList();
        return ClusterServers.SecretsOf(context, read.Select(files => files.Name).ToHashSet(StringComparer.Ordinal))
            .Concat(read)
            .DistinctBy(files => files.Name)
            .OrderBy(files => files.Name, StringComparer.Ordinal)
            .Select(files => files with { Keys = files.Keys.Items.OrderBy(key => key.Name, StringComparer.Ordinal).ToEquatableArray() })
            .ToEquatableArray();
    }
}
