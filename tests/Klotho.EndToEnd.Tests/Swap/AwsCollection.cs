namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>One way of running after the other, on what the ones before have left.</summary>
[CollectionDefinition(Name)]
public sealed class AwsCollection : ICollectionFixture<AwsPlace>
{
    public const string Name = "Technology swap: AWS";
}
