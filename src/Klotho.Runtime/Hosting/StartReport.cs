using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klotho.Hosting;

/// <summary>Says once, at the start, what this process runs and where its state is; fails where the registrations cannot work.</summary>
internal sealed partial class StartReport(
    ProcessRole role, DeclarationList declarations, IConfiguration configuration, IEnumerable<ClientRegistration> clients,
    IEnumerable<DriverRegistration> drivers, IEnumerable<ValueRegistration> values, CalledMethods called, UnitAddresses addresses, UnitToken token, ResourceBindings bindings, Chaos chaos, IServiceProvider services, ILogger<StartReport> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var client in clients)
        {
            client.RequireLast();
        }

        // A binding that cannot be read is found now, not by the first request. What a deployed process has no binding of is what it
        // does not use.
        foreach (var driver in drivers.Where(driver => bindings.Find(driver.Id, driver.Sections) is not null))
        {
            driver.Open(services);
        }

        foreach (var callee in called.Units)
        {
            addresses.Find(callee);
        }

        await token.PrepareAsync(cancellationToken);
        foreach (var value in values)
        {
            await value.PrepareAsync(services, cancellationToken);
        }

        if (chaos.Settings is { } faults)
        {
            LogChaos(faults);
        }

        if (declarations.All.Count == 0)
        {
            LogNothing();
        }

        var unit = role.Unit is { } id ? $"unit '{id}'" : "all units in this process";
        var unbound = string.Join(", ", Unbound());
        if (unbound.Length == 0)
        {
            LogBound(bindings.IsDeployed ? $"{unit}; deployed" : unit);
        }
        else if (configuration[LocalBinding.DataKey] is { Length: > 0 } data)
        {
            LogFiles(unit, Path.GetFullPath(data), unbound);
        }
        else
        {
            LogMemory(unit, unbound);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is in files or in memory because nothing says where it is to be.</summary>
    private IEnumerable<string> Unbound() => drivers
        .Where(driver => bindings.Find(driver.Id, driver.Sections) is { Key: LocalBinding.DataKey })
        .Select(driver => $"{driver.Sections[0]}:{driver.Id}")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static readonly Action<ILogger, string, string, string, Exception?> FilesMessage = LoggerMessage.Define<string, string, string>(LogLevel.Information, new(0, nameof(LogFiles)),
        "Klotho: {Unit}; in files below {Data}, as nothing else is set for them: {Unbound}.");

    private void LogFiles(string unit, string data, string unbound) => FilesMessage(logger, unit, data, unbound, null);

    private static readonly Action<ILogger, string, Exception?> BoundMessage = LoggerMessage.Define<string>(LogLevel.Information, new(0, nameof(LogBound)),
        "Klotho: {Unit}: all that it uses is bound.");

    private void LogBound(string unit) => BoundMessage(logger, unit, null);

    private static readonly Action<ILogger, string, string, Exception?> MemoryMessage = LoggerMessage.Define<string, string>(LogLevel.Information, new(0, nameof(LogMemory)),
        "Klotho: {Unit}; in memory, as nothing else is set for them: {Unbound}. Their state is gone when the process ends; set Klotho:Data to a directory to keep it.");

    private void LogMemory(string unit, string unbound) => MemoryMessage(logger, unit, unbound, null);

    private static readonly Action<ILogger, ChaosSettings, Exception?> ChaosMessage = LoggerMessage.Define<ChaosSettings>(LogLevel.Warning, new(0, nameof(LogChaos)),
        "Klotho: chaos is on, and stores, databases, caches, topics and calls of other units fail on purpose: {Faults}.");

    private void LogChaos(ChaosSettings faults) => ChaosMessage(logger, faults, null);

    private static readonly Action<ILogger, Exception?> NothingMessage = LoggerMessage.Define(LogLevel.Warning, new(0, nameof(LogNothing)),
        "Klotho: the application has no annotations, or its source generator did not run.");

    private void LogNothing() => NothingMessage(logger, null);
}
