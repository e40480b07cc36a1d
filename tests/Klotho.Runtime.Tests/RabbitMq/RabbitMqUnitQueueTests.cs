using Klotho.Runtime.Tests.Contracts;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.RabbitMq;

public sealed class RabbitMqUnitQueueTests(RabbitMqServer server) : UnitQueueContract, IClassFixture<RabbitMqServer>
{
    private readonly string _name = $"notes-{Guid.NewGuid():N}";

    protected override string Topic => server.Binding(_name);

    protected override string QueueOf(string unit) => server.Binding($"{_name}.{unit}");

    protected override void Configure(IHostApplicationBuilder builder) => builder.AddKlothoRabbitMq();
}
