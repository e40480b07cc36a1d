using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Klotho.Hosting;

/// <summary>
/// Has a deployed process fail at its start, and not at a request, where something that it uses is bound to nothing: the topics that
/// it subscribes to, and what <c>Klotho:Uses</c> lists, which the compiler writes into the unit's image. What nobody knew of
/// fails when it is used.
/// </summary>
internal sealed class DeployedUseCheck(IConfiguration configuration, ResourceBindings bindings, IEnumerable<SubscriptionHandler> subscriptions) : IHostedService
{
    private const string UsesKey = "Klotho:Uses";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!bindings.IsDeployed)
        {
            return Task.CompletedTask;
        }

        foreach (var topic in subscriptions.Select(subscription => subscription.Subscriber.Topic).Distinct(StringComparer.Ordinal))
        {
            bindings.Of(topic, TopicServices.Sections);
        }

        foreach (var use in (configuration[UsesKey] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (use.Split(':') is not [var section, var id])
            {
                throw new InvalidOperationException($"{UsesKey} lists '{use}': it has the form Section:id, such as Persist:images.");
            }

            bindings.Of(id, section);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
