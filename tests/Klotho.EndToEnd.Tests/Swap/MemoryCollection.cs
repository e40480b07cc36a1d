namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>One way of running after the other, on what the ones before have left.</summary>
[CollectionDefinition(Name)]
public sealed class MemoryCollection : ICollectionFixture<MemoryPlace>
{
    public const string Name = "Technology swap: memory";
}
