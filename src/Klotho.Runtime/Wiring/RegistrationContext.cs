using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Wiring;

/// <summary>What a <see cref="Declaration"/> needs to register itself.</summary>
/// <param name="Services">The application's services.</param>
/// <param name="Role">Which units this process runs.</param>
public sealed record RegistrationContext(IServiceCollection Services, ProcessRole Role);
