namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>One way of running after the other, on what the ones before have left.</summary>
[CollectionDefinition(Name)]
public sealed class ClusterCollection : ICollectionFixture<ClusterPlace>
{
    public const string Name = "Technology swap: Kubernetes";
}
