namespace Klotho.EndToEnd.Tests.Swap;

[Collection(MemoryCollection.Name)]
public sealed class MemoryMonolithTests(MonolithIn<MemoryPlace> host) : DeskContract(host), IClassFixture<MonolithIn<MemoryPlace>>;
