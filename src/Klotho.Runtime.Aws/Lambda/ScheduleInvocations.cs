using System.Text.Json;
using Klotho.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Aws;

/// <summary>
/// Starts of a schedule, as the emitted infrastructure has them sent: <c>{"source": "klotho.schedule", "schedule": ID}</c>.
/// One that fails fails the invocation, and EventBridge Scheduler and Lambda try it again.
/// </summary>
internal sealed class ScheduleInvocations(IEnumerable<ScheduleHandler> handlers, IServiceScopeFactory scopes) : IInvocationHandler
{
    private static readonly byte[] Done = "{}"u8.ToArray();

    public bool Takes(JsonElement invoked) => JsonText.Of(invoked, "source") == "klotho.schedule";

    public async ValueTask<InvocationAnswer> HandleAsync(Invocation invocation, CancellationToken cancel)
    {
        using var activity = XRayTrace.Start("schedule", invocation.TraceId);
        var schedule = JsonText.Of(invocation.Event, "schedule");
        var started = handlers.Where(handler => string.Equals(handler.Schedule, schedule, StringComparison.Ordinal)).ToList();
        if (started.Count == 0)
        {
            throw new InvalidOperationException($"This unit has no method on the schedule '{schedule}'.");
        }

        foreach (var handler in started)
        {
            await using var scope = scopes.CreateAsyncScope();
            await handler.RunAsync(scope.ServiceProvider, cancel);
        }

        return new InvocationAnswer(Done);
    }
}
