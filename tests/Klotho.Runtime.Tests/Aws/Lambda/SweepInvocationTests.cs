using System.Text.Json;
using Klotho.Aws;
using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>The event by which a function is invoked when nobody else does it.</summary>
public sealed class SweepInvocationTests
{
    private int _due = 2;

    [Fact]
    public async Task What_is_due_after_an_invocation_is_done_before_this_one_is_answered()
    {
        var sweep = new SweepInvocations([new Due(this), new Due(this)]);
        using var json = JsonDocument.Parse("""{"source":"klotho.sweep"}""");
        using var other = JsonDocument.Parse(LambdaEvents.Schedule("sweep"));

        Assert.True(sweep.Takes(json.RootElement));
        Assert.False(sweep.Takes(other.RootElement));
        var answer = await sweep.HandleAsync(new Invocation("1", DateTimeOffset.MaxValue, null, json.RootElement), default);

        Assert.Equal(0, _due);
        Assert.Equal("{}"u8.ToArray(), answer.Json?.ToArray());
    }

    private sealed class Due(SweepInvocationTests tests) : IAfterInvocation
    {
        public async ValueTask RunAsync(CancellationToken cancel)
        {
            await Task.Yield();
            Interlocked.Decrement(ref tests._due);
        }
    }
}
