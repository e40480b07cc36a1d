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
internal sealed class DeployedUseCheck(
    IConfiguration configuration, ProcessRole role, ResourceBindings bindings, UnitAddresses addresses, UnitToken token, IEnumerable<SubscriptionHandler> subscriptions) : IHostedService
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
            Require(use);
        }

        return Task.CompletedTask;
    }

    private void Require(string use)
    {
        switch (use.Split(':'))
        {
            case [UnitToken.Use]:
                // Units that share a process call each other without a network.
                if (!role.IsMonolith && !token.IsSet)
                {
                    throw new InvalidOperationException(
                        $"This process's unit calls others or is called by others, but {UnitToken.Setting} is not set, so that no call would be let in. Set it to the same text for all units.");
                }

                break;
            case [UnitAddresses.Section, var unit]:
                if (!role.Runs(unit))
                {
                    addresses.Of(unit);
                }

                break;
            case [var section, var id]:
                bindings.Of(id, section);
                break;
            default:
                throw new InvalidOperationException($"{UsesKey} lists '{use}': it has the form Section:id, such as Persist:images, or is {UnitToken.Use}.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
