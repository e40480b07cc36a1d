using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Klotho.Hosting;

/// <summary>
/// A health check for each binding, among those of ASP.NET Core: <c>Persist:images</c>, tagged with <see cref="Tag"/> and its scheme. So are the
/// units that this process calls: <c>ExecUnit:ocr</c>.
/// </summary>
internal sealed class BindingHealthChecks(
    IEnumerable<DriverRegistration> drivers, ResourceBindings bindings, CalledMethods called, UnitAddresses addresses, UnitCircuits circuits) : IConfigureOptions<HealthCheckServiceOptions>
{
    public const string Tag = "klotho";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public void Configure(HealthCheckServiceOptions options)
    {
        // A topic is registered by its publishers and by each of its handlers.
        foreach (var driver in drivers.DistinctBy(driver => NameOf(driver)).OrderBy(NameOf, StringComparer.Ordinal))
        {
            if (bindings.Find(driver.Id, driver.Sections) is { } binding)
            {
                options.Registrations.Add(new HealthCheckRegistration(
                    NameOf(driver), services => new Check(driver, services), FailureOf(driver), [Tag, binding.Scheme], Patience));
            }
        }

        foreach (var unit in called.Units)
        {
            // One without an address is one that this process does not call.
            if (addresses.Find(unit) is { } address)
            {
                options.Registrations.Add(new HealthCheckRegistration(
                    $"{UnitAddresses.Section}:{unit}", new UnitCheck(unit, circuits), HealthStatus.Degraded, [Tag, address.Scheme]));
            }
        }
    }

    private static string NameOf(DriverRegistration driver) => $"{driver.Sections[0]}:{driver.Id}";

    // Without its cache an application is slower and still right.
    private static HealthStatus FailureOf(DriverRegistration driver) =>
        driver.Kind == typeof(IDistributedCache) ? HealthStatus.Degraded : HealthStatus.Unhealthy;

    private sealed class Check(DriverRegistration driver, IServiceProvider services) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            // What it throws becomes the registration's failure, and is logged, by who called.
            if (driver.Open(services) is ICheckedDriver asked)
            {
                await asked.CheckAsync(cancellationToken);
                return HealthCheckResult.Healthy("It answers.");
            }

            return HealthCheckResult.Healthy("It is not asked.");
        }
    }

    /// <summary>What is known of a unit without a call: units that ask each other would all fail where one does.</summary>
    private sealed class UnitCheck(string unit, UnitCircuits circuits) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var spared = circuits.SparedOf(unit);
            return Task.FromResult(spared.Count > 0
                ? HealthCheckResult.Degraded($"Calls had no answer, and are not made for a while: {string.Join(", ", spared)}.")
                : HealthCheckResult.Healthy("It is not asked."));
        }
    }
}
