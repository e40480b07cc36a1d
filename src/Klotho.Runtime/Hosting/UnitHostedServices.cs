using System.Collections;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klotho.Hosting;

/// <summary>
/// The hosted services that the host starts in a process of one unit: those of the unit, and those of every unit. It is
/// registered as the sequence that the host asks for, so that it holds whenever a service is registered and whichever
/// container is used. Services of other units are not even made: they may need what this process is not given.
/// </summary>
internal sealed class UnitHostedServices : IEnumerable<IHostedService>, IAsyncDisposable, IDisposable
{
    private readonly List<IHostedService> _services = [];

    // What a container would have made, and disposed of.
    private readonly List<object> _made = [];

    private UnitHostedServices()
    {
    }

    public static UnitHostedServices Of(
        IServiceCollection registered, ProcessRole role, HostedServiceUnits units, IServiceProvider provider, ILogger<UnitHostedServices> logger)
    {
        var services = new UnitHostedServices();
        foreach (var descriptor in registered.Where(each => each.ServiceType == typeof(IHostedService) && !each.IsKeyedService).ToList())
        {
            if (DeclaredType(descriptor) is { } type && type != typeof(IHostedService) && IsElsewhere(type))
            {
                continue;
            }

            // A factory need not say what it makes.
            var service = services.Make(descriptor, provider);
            if (service is not null && !IsElsewhere(service.GetType()))
            {
                services._services.Add(service);
            }
        }

        return services;

        bool IsElsewhere(Type type)
        {
            if (units.Of(type) is not { } unit || role.Runs(unit))
            {
                return false;
            }

            LogElsewhere(logger, type.Name, unit);
            return true;
        }
    }

    public IEnumerator<IHostedService> GetEnumerator() => _services.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        foreach (var service in Enumerable.Reverse(_made).OfType<IDisposable>())
        {
            service.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(_made))
        {
            if (service is IAsyncDisposable asynchronous)
            {
                await asynchronous.DisposeAsync();
            }
            else if (service is IDisposable disposable)
            {
                disposable.Dispose();
            }
        }
    }

    // The type of the delegate says more than its signature: Func<IServiceProvider, Sweeper>.
    private static Type? DeclaredType(ServiceDescriptor descriptor) =>
        descriptor.ImplementationType
        ?? descriptor.ImplementationInstance?.GetType()
        ?? descriptor.ImplementationFactory?.GetType().GenericTypeArguments.LastOrDefault();

    private IHostedService? Make(ServiceDescriptor descriptor, IServiceProvider provider)
    {
        if (descriptor.ImplementationInstance is IHostedService instance)
        {
            return instance;
        }

        var made = descriptor.ImplementationType is { } type
            ? ActivatorUtilities.CreateInstance(provider, type)
            : descriptor.ImplementationFactory?.Invoke(provider);
        if (made is not null)
        {
            _made.Add(made);
        }

        return made as IHostedService;
    }

    private static readonly Action<ILogger, string, string, Exception?> ElsewhereMessage = LoggerMessage.Define<string, string>(LogLevel.Information, new(0, nameof(LogElsewhere)),
        "Klotho: the hosted service {Service} does not start here, it runs in the unit '{Unit}'.");

    private static void LogElsewhere(ILogger logger, string service, string unit) => ElsewhereMessage(logger, service, unit, null);
}
