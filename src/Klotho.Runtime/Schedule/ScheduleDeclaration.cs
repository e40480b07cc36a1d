using Klotho.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klotho.Wiring;

/// <summary>A method that runs on a schedule in a unit.</summary>
/// <param name="id">The schedule's id.</param>
/// <param name="cron">Five cron fields, in UTC.</param>
/// <param name="unit">The id of the unit that the method runs in.</param>
/// <param name="handler">The class and method, for logs: <c>Cleanup.Run</c>.</param>
/// <param name="invoke">Calls the method.</param>
public sealed class ScheduleDeclaration<TClass>(
    string id, string cron, string unit, string handler, Func<TClass, CancellationToken, ValueTask> invoke) : Declaration
    where TClass : class
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override string Unit { get; } = unit;

    /// <summary>The cron expression.</summary>
    public string Cron { get; } = cron;

    /// <summary>The class and method.</summary>
    public string Handler { get; } = handler;

    /// <summary>Calls the method.</summary>
    public Func<TClass, CancellationToken, ValueTask> Invoke { get; } = invoke;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
        var expression = Parse();
        if (context.Role.Runs(Unit))
        {
            var scheduled = new ScheduleHandler(Id, Handler, (scope, cancel) => Invoke(scope.GetRequiredService<TClass>(), cancel));
            context.Services.AddSingleton(scheduled);
            context.Services.AddScheduleTurns();
            context.Services.AddTimeWorker(services => new ScheduleWorker(
                scheduled,
                expression,
                services.GetRequiredService<ScheduleTurns>(),
                services.GetRequiredService<IServiceScopeFactory>(),
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILogger<ScheduleWorker>>()));
        }
    }

    private CronExpression Parse()
    {
        try
        {
            return CronExpression.Parse(Cron);
        }
        catch (FormatException wrong)
        {
            throw new InvalidOperationException($"[Schedule(\"{Id}\", \"{Cron}\")] on {Handler}: {wrong.Message}", wrong);
        }
    }
}
