using Klotho.Runtime.Tests.Contracts;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.RabbitMq;

/// <summary>The contract of ordered topics on a real RabbitMQ.</summary>
public sealed class RabbitMqOrderedTopicTests(RabbitMqServer server) : OrderedTopicContract, IClassFixture<RabbitMqServer>
{
    private readonly string _name = $"steps-{Guid.NewGuid():N}";

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Klotho:PubSub:steps"] = server.Binding(_name),
        ["Klotho:Subscriptions:steps"] = server.Binding($"{_name}.walking"),
    };

    protected override void Configure(IHostApplicationBuilder builder) => builder.AddKlothoRabbitMq();
}
