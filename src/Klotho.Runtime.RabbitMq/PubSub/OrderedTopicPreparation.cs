using Klotho.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.RabbitMq;

/// <summary>
/// Has a process not start whose ordered topics are bound to queues that keep no order, such as were made before the topic was ordered. A broker that does not answer
/// stops no start: who receives or publishes finds out then.
/// </summary>
internal sealed class OrderedTopicPreparation(IEnumerable<TopicSubscriber> subscribers, IServiceProvider services) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            foreach (var topic in subscribers.Where(subscriber => subscriber.IsOrdered).Select(subscriber => subscriber.Topic).Distinct(StringComparer.Ordinal))
            {
                if (services.GetKeyedService<ITopicDriver>(topic) is RabbitMqTopicDriver driver)
                {
                    await driver.PrepareAsync(patience.Token);
                }
            }
        }
        catch (Exception failure) when (BrokerFailure.Is(failure) && !cancellationToken.IsCancellationRequested)
        {
            // It is told where it is needed.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
