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
        if (configuration[LocalBinding.DataKey] is { Length: > 0 } data)
        {
            LogFiles(unit, Path.GetFullPath(data));
        }
        else if (bindings.IsDeployed)
        {
            LogDeployed(unit);
        }
        else
        {
            LogMemory(unit);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static readonly Action<ILogger, string, string, Exception?> FilesMessage = LoggerMessage.Define<string, string>(LogLevel.Information, new(0, nameof(LogFiles)),
        "Klotho: {Unit}; stores and topics without a binding are in files below {Data}.");

    private void LogFiles(string unit, string data) => FilesMessage(logger, unit, data, null);

    private static readonly Action<ILogger, string, Exception?> DeployedMessage = LoggerMessage.Define<string>(LogLevel.Information, new(0, nameof(LogDeployed)),
        "Klotho: {Unit}; deployed: all that it uses is bound.");

    private void LogDeployed(string unit) => DeployedMessage(logger, unit, null);

    private static readonly Action<ILogger, string, Exception?> MemoryMessage = LoggerMessage.Define<string>(LogLevel.Information, new(0, nameof(LogMemory)),
        "Klotho: {Unit}; stores and topics without a binding are in memory: state is gone when the process ends; set Klotho:Data to a directory to keep it.");

    private void LogMemory(string unit) => MemoryMessage(logger, unit, null);

    private static readonly Action<ILogger, ChaosSettings, Exception?> ChaosMessage = LoggerMessage.Define<ChaosSettings>(LogLevel.Warning, new(0, nameof(LogChaos)),
        "Klotho: chaos is on, and stores, caches, topics and calls of other units fail on purpose: {Faults}.");

    private void LogChaos(ChaosSettings faults) => ChaosMessage(logger, faults, null);

    private static readonly Action<ILogger, Exception?> NothingMessage = LoggerMessage.Define(LogLevel.Warning, new(0, nameof(LogNothing)),
        "Klotho: the application has no annotations, or its source generator did not run.");

    private void LogNothing() => NothingMessage(logger, null);
}
