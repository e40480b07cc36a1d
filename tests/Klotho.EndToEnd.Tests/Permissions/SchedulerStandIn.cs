using Klotho.Runtime.Tests.Aws;
using Klotho.Runtime.Tests.Aws.Lambda;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>
/// Amazon EventBridge Scheduler, of which there is no emulator: it does with a schedule's role what its user guide says (read 2026-11-22). It invokes
/// the function with the input that was emitted, and where it cannot, it puts that into the queue of failed starts.
/// </summary>
internal sealed class SchedulerStandIn(string schedule, EmittedPermissions emitted, MessagingSetup queues)
{
    private readonly HashSet<AwsCall> _calls = [];

    /// <summary>What was called with the schedule's role.</summary>
    public IReadOnlySet<AwsCall> Calls => _calls;

    /// <param name="function">The function; null where it cannot be invoked.</param>
    public async Task StartAsync(LambdaSimulator? function)
    {
        var input = emitted.ScheduleInputs[schedule];
        _calls.Add(new("lambda:InvokeFunction", Arns.Function(emitted.StartedBy(schedule))));
        if (function is not null)
        {
            var answer = await function.InvokeAsync(input);
            Assert.False(answer.Failed, $"{answer.Json}");
            return;
        }

        var failed = $"{schedule}-failed";
        await queues.SendAsync(MessagingSetup.ArnOf("sqs", failed), input);
        _calls.Add(new("sqs:SendMessage", Arns.Queue(failed)));
    }
}
