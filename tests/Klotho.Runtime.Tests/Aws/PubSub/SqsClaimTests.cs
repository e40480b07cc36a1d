using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws;

public sealed class SqsClaimTests(AwsEmulators emulators) : ClaimContract(emulators)
{
    private protected override string Envelope => "raw";

    private protected override Task<string> PublishToAsync(MessagingSetup setup, string name, Arn queue) => Task.FromResult($"sqs://{queue}");
}
