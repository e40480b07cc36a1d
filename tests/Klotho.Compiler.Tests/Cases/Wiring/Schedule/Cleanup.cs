using Klotho;

namespace Shop;

public sealed class Cleanup
{
    [Schedule("nightly", "0 3 * * *")]
    public Task Run(CancellationToken cancel) => Task.CompletedTask;
}

[ExecUnit("reports")]
public sealed class Reports
{
    [Schedule("monday-report", "30 6 * * 1-5")]
    public ValueTask Send() => ValueTask.CompletedTask;
}
