namespace Klotho.Runtime.Tests.Contracts;

public sealed class MemoryOrderedTopicTests : OrderedTopicContract
{
    protected override Dictionary<string, string?> Settings => [];
}
