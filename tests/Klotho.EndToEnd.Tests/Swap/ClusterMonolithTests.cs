namespace Klotho.EndToEnd.Tests.Swap;

[Collection(ClusterCollection.Name)]
public sealed class ClusterMonolithTests(MonolithIn<ClusterPlace> host) : DeskContract(host), IClassFixture<MonolithIn<ClusterPlace>>;
