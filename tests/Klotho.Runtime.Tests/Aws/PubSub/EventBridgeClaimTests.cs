using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>By the stand-in of ours, which counts an entry's size as the service does.</summary>
public sealed class EventBridgeClaimTests(AwsEmulators emulators) : ClaimContract(emulators)
{
    private const string Source = "klotho.shop";

    private protected override string Envelope => "eventbridge";

    private protected override async Task<string> PublishToAsync(MessagingSetup setup, string name, Arn queue) =>
        $"eventbridge://{(await EventBridgeStandIn.OfAsync(Emulators)).Bus(name, Source, "notes", queue)}?source={Source}";
}
