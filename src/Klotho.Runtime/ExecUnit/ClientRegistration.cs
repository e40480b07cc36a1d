using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Wiring;

/// <summary>The registration of a client for another unit, which a later one of the application's own would silently replace.</summary>
internal sealed class ClientRegistration(ServiceDescriptor client, IServiceCollection services, string unit)
{
    /// <exception cref="InvalidOperationException">The application has registered the interface again.</exception>
    public void RequireLast()
    {
        if (!ReferenceEquals(services.LastOrDefault(service => service.ServiceType == client.ServiceType && !service.IsKeyedService), client))
        {
            throw new InvalidOperationException(
                $"{client.ServiceType.Name} runs in the unit '{unit}', but the application registers it again after AddKlotho(), so that it would run " +
                "in this unit too. Remove that registration, or move it above AddKlotho().");
        }
    }
}
