namespace Klotho.EndToEnd.Tests.Swap;

[Collection(AwsCollection.Name)]
public sealed class AwsUnitsTests(UnitsIn<AwsPlace> host) : UnitsContract(host), IClassFixture<UnitsIn<AwsPlace>>;
