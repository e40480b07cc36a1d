namespace Klotho.Drivers;

/// <summary>A scheduled method of this process, for whoever keeps its time.</summary>
/// <param name="Schedule">The schedule's id.</param>
/// <param name="Name">The class and method.</param>
/// <param name="RunAsync">Calls the method, from the services of a scope. Throws what the method throws.</param>
public sealed record ScheduleHandler(string Schedule, string Name, Func<IServiceProvider, CancellationToken, ValueTask> RunAsync);
