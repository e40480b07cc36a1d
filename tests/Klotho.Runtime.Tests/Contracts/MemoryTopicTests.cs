namespace Klotho.Runtime.Tests.Contracts;

public sealed class MemoryTopicTests : TopicContract
{
    protected override Dictionary<string, string?> Settings => [];
}
