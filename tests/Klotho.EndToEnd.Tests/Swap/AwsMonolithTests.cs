namespace Klotho.EndToEnd.Tests.Swap;

[Collection(AwsCollection.Name)]
public sealed class AwsMonolithTests(MonolithIn<AwsPlace> host) : DeskContract(host), IClassFixture<MonolithIn<AwsPlace>>;
