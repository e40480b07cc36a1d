using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws;

public sealed class SnsClaimTests(AwsEmulators emulators) : ClaimContract(emulators)
{
    private protected override string Envelope => "raw";

    private protected override async Task<string> PublishToAsync(MessagingSetup setup, string name, Arn queue) => $"sns://{await setup.TopicAsync(name, queue)}";
}
