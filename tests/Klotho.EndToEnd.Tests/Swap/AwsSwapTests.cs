namespace Klotho.EndToEnd.Tests.Swap;

[Collection(AwsCollection.Name)]
public sealed class AwsSwapTests(AwsPlace place) : SwapContract(place);
