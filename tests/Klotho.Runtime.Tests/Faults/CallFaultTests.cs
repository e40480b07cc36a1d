using Xunit.Abstractions;

namespace Klotho.Runtime.Tests.Faults;

/// <summary>
/// Calls between units run as often as is promised, and each is answered or fails in its time: with processes that are killed at it, over a network that is late, cuts,
/// repeats and refuses. A short run by default; docs/runtime.md says how to have a long one.
/// </summary>
public sealed class CallFaultTests(ITestOutputHelper output)
{
    // What a busy machine takes to tell that a deadline has passed.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Calls_between_units()
    {
        var plan = FaultPlan.FromEnvironment();
        var figures = await CallRun.RunAsync(plan);

        output.WriteLine($"{figures}");
        if (FaultPlan.Report is { } report)
        {
            await File.AppendAllTextAsync(report, $"{figures}\n");
        }

        Assert.Equal((0, 0), (figures.Twice, figures.Wrong));
        Assert.Equal(plan.Kills, figures.Kills);
        Assert.True(figures.Longest < CallRun.Deadline + Grace, $"{figures}");
        Assert.True(figures.Answered > plan.Messages / 2, $"{figures}");
        Assert.True(figures.Failed + figures.Repeated > 0, $"Nothing was tested: {figures}");
    }
}
