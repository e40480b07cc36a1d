using Klotho.Runtime.Tests.Contracts;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.RabbitMq;

/// <summary>The contract on a real RabbitMQ.</summary>
public sealed class RabbitMqTopicTests(RabbitMqServer server) : TopicContract, IClassFixture<RabbitMqServer>
{
    private readonly string _name = $"notes-{Guid.NewGuid():N}";

    protected override (string Publishing, string Receiving) Systems => ("rabbitmq", "rabbitmq");

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Klotho:PubSub:notes"] = server.Binding(_name),
        ["Klotho:Subscriptions:notes"] = server.Binding($"{_name}.reading"),
    };

    protected override void Configure(IHostApplicationBuilder builder) => builder.AddKlothoRabbitMq();
}
