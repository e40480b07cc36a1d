using System.Text.Json;
using Klotho.Aws;
using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>What a topic of SNS does not send on, by the filter that emitted infrastructure sets.</summary>
public sealed class FilteredTopicTests(AwsEmulators emulators) : IClassFixture<AwsEmulators>
{
    private readonly string _name = $"orders-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_queue_gets_only_what_its_unit_takes()
    {
        using var setup = new MessagingSetup(emulators.Address);
        var (all, some) = (await setup.QueueAsync($"{_name}-all"), await setup.QueueAsync($"{_name}-some"));
        var topic = await setup.TopicAsync(_name, all);
        await setup.SubscribeAsync(topic, some, """{"klotho-filter":["paid","sent"]}""");
        await using var app = await StartAsync(topic);

        foreach (var state in new[] { "made", "paid", "", "sent" })
        {
            await app.Keyed<ITopic<Order>>("orders").PublishAsync(new(state));
        }

        await Eventually.IsTrueAsync(async () => (await setup.CountAsync(all)).Waiting == 4, "all messages are in the queue that takes all");
        Assert.Equal(2, (await setup.CountAsync(some)).Waiting);
    }

    /// <summary>What travels beside a message gives way to one at the limit; without what it is filtered by, nobody would get it.</summary>
    [Fact]
    public async Task A_message_that_leaves_no_room_for_what_it_is_filtered_by_is_refused()
    {
        using var setup = new MessagingSetup(emulators.Address);
        await using var app = await StartAsync(await setup.TopicAsync(_name));
        var topic = app.Keyed<ITopic<Order>>("orders");

        await topic.PublishAsync(new("") { Text = Fill(new Order("")) });
        await Assert.ThrowsAsync<PayloadTooLargeException>(async () => await topic.PublishAsync(new("paid") { Text = Fill(new Order("paid")) }));
    }

    private static string Fill(Order order) => new('x', TopicLimits.MaxMessageBytes - JsonSerializer.SerializeToUtf8Bytes(order, JsonSerializerOptions.Web).Length);

    private static Task<TestApplication> StartAsync(Arn topic) => TestApplication.StartAsync(
        [new TopicDeclaration<Order>("orders") { FilteredBy = static order => order.State }],
        new() { ["Klotho:PubSub:orders"] = $"sns://{topic}" },
        builder => builder.AddKlothoAws());

    private sealed record Order(string State)
    {
        public string Text { get; init; } = "";
    }
}
