namespace Klotho.EndToEnd.Tests.Swap;

[Collection(ClusterCollection.Name)]
public sealed class ClusterSwapTests(ClusterPlace place) : SwapContract(place);
