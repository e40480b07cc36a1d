namespace Klotho.EndToEnd.Tests.Swap;

[Collection(AwsCollection.Name)]
public sealed class AwsFunctionsTests(FunctionsIn<AwsPlace> host) : UnitsContract(host), IClassFixture<FunctionsIn<AwsPlace>>;
