using Klotho.Aws;
using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>Clients are made at the first call, so that a start does not pay for those that a function may never use.</summary>
public sealed class QueueClientTests
{
    [Theory]
    [InlineData("notes")]
    [InlineData("notes.fifo")]
    public async Task A_host_that_is_handed_its_messages_makes_no_client_of_their_queue(string queue)
    {
        await using var app = await TestApplication.StartAsync(
            [
                new TopicDeclaration<int>("notes"),
                new SubscriptionDeclaration<object, int>("notes", "reading", "Reader.Read", (_, _, _, _) => ValueTask.CompletedTask),
            ],
            new()
            {
                ["Klotho:Unit"] = "reading",
                ["Klotho:Subscriptions:notes"] = $"sqs://arn:aws:sqs:eu-central-1:123456789012:{queue}",
            },
            builder =>
            {
                builder.Services.AddSingleton<TriggeringHost>();
                builder.Services.AddSingleton<IAwsClients>(new NoClients());
                builder.AddKlothoAws();
            });

        // The driver is there, and asks for a client only now.
        var driver = app.Keyed<ITopicDriver>("notes");
        await Assert.ThrowsAsync<NotSupportedException>(() => driver.ReceiveAsync("Reader.Read", default).AsTask());
    }
}
