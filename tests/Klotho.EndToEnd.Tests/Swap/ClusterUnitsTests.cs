namespace Klotho.EndToEnd.Tests.Swap;

[Collection(ClusterCollection.Name)]
public sealed class ClusterUnitsTests(UnitsIn<ClusterPlace> host) : UnitsContract(host), IClassFixture<UnitsIn<ClusterPlace>>;
